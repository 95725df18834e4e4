package si.vpogled.web.correspondence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of messages between the subject and staff. */
@MessageBundle("talk")
public interface TalkMessages {
    @Message
    String messages();

    @Message
    String none();

    @Message
    String gone();

    @Message
    String fromYou();

    @Message
    String fromCustomer();

    @Message
    String earlier();

    @Message
    String newest();

    @Message
    String paging();

    @Message
    String unread();

    @Message
    String seen(String time);

    @Message
    String attachments();

    @Message
    String attachmentsGone();

    @Message
    String write();

    @Message
    String writeHint();

    @Message
    String text();

    @Message
    String textHint(String characters);

    @Message
    String files();

    @Message
    String filesHint(String size);

    @Message
    String filesAgain();

    @Message
    String send();

    @Message
    String over();

    @Message
    String overForStaff();

    @Message
    String notYet();

    @Message
    String needText();

    @Message
    String textTooLong(String characters);

    @Message
    String badCharacters();

    @Message
    String textUnfilled(String place);

    @Message
    String tooManyFiles(int most);

    @Message
    String filesTooLarge(String size);

    @Message
    String tooManyMessages(int most);

    @Message
    String filesOfCaseTooLarge(String size);

    @Message
    String fileEmpty(String file);

    @Message
    String fileType(String file);

    @Message
    String fileDisguised(String file);

    @Message
    String sentOtherwise();

    @Message
    String awaiting(String messages);

    @Message
    String awaitingForms();

    @Message
    String markRead();

    @Message
    String writeTitle(String reference);

    @Message
    String staffHint(String language);

    @Message
    String template();

    @Message
    String templateHint();

    @Message
    String useTemplate();

    @Message
    String back();

    @Message
    String writeToCustomer();
}
