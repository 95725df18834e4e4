package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the connectors. */
@MessageBundle("plug")
public interface ConnectorMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String needs();

    @Message
    String yields();

    @Message
    String transports();

    @Message
    String concurrency();

    @Message
    String collections();

    @Message
    String collectionsCaption(String source);

    @Message
    String collection();

    @Message
    String row();

    @Message
    String items();

    @Message
    String test();

    @Message
    String testHidden(String source);

    @Message
    String testHint();

    @Message
    String passed();

    @Message
    String notPassed();

    @Message
    String check();

    @Message
    String result();

    @Message
    String fine();

    @Message
    String partSource();

    @Message
    String partIdentify();

    @Message
    String partCollection();
}
