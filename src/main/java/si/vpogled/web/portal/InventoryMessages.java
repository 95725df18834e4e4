package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.inventory.Item;

/** Of the inventory. */
@MessageBundle("stock")
public interface InventoryMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String hint();

    @Message
    String caption(String version);

    @Message
    String row();

    @Message
    String condition();

    @Message
    String origin();

    @Message
    String role();

    @Message
    String basis();

    @Message
    String article(String letter);

    @Message
    String retention();

    @Message
    String recipients();

    @Message
    String noRecipients();

    @Message
    String source();

    @Message
    String handedOut();

    @Message
    String secret();

    @Message
    String open();

    @Message
    String whole();

    @Message
    String others(String service);

    @Message
    String asJson();

    @Message
    String originName(Item.Origin origin);

    @Message
    String roleName(Item.Role role);
}
