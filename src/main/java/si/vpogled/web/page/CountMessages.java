package si.vpogled.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Nouns after a number, in the forms that {@link si.vpogled.text.Plural} takes. */
@MessageBundle("count")
public interface CountMessages {
    @Message
    String days();

    @Message
    String minutes();

    @Message
    String items();

    @Message
    String records();

    @Message
    String characters();

    @Message
    String forDays();

    @Message
    String kinds();
}
