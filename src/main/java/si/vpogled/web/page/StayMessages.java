package si.vpogled.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** To somebody whose session is about to end. */
@MessageBundle("stay")
public interface StayMessages {
    @Message
    String title();

    @Message
    String warning(String minutes);

    @Message
    String last(String minutes);

    @Message
    String inMinutes();

    @Message
    String extend();

    @Message
    String close();
}
