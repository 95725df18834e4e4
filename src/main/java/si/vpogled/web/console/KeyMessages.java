package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the help on the keyboard. */
@MessageBundle("keys")
public interface KeyMessages {
    @Message
    String keys();

    @Message
    String keysOn();

    @Message
    String keysHint();

    @Message
    String key();

    @Message
    String keyDoes();

    @Message
    String keyDown();

    @Message
    String keyUp();

    @Message
    String keyOpen();

    @Message
    String keyChoose();

    @Message
    String keyAssign();

    @Message
    String keySearch();

    @Message
    String keyNext();

    @Message
    String keyPrevious();

    @Message
    String keyHelp();

    @Message
    String keyEnter();

    @Message
    String keyOr();

    @Message
    String close();
}
