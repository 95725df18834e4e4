package si.vpogled.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** To somebody who is signed in to the console and may do nothing there. */
@MessageBundle("role")
public interface RoleMessages {
    @Message
    String title();

    @Message
    String signedInAs(String name);

    @Message
    String which();

    @Message
    String clerk();

    @Message
    String approver();

    @Message
    String auditor();

    @Message
    String whomToAsk();

    @Message
    String otherwise();
}
