package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the history of a case. */
@MessageBundle("story")
public interface HistoryMessages {
    @Message
    String history();

    @Message
    String whole();

    @Message
    String newestHint(String entries);

    @Message
    String entries();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String paging();

    @Message
    String what();

    @Message
    String details();

    @Message
    String actorSubject();

    @Message
    String actorSystem();

    @Message
    String submitted();

    @Message
    String confirmed();

    @Message
    String notConfirmed();

    @Message
    String identityChecked();

    @Message
    String accepted();

    @Message
    String refused();

    @Message
    String withdrawn();

    @Message
    String extended();

    @Message
    String assigned();

    @Message
    String noted();

    @Message
    String collected();

    @Message
    String notAssembled();

    @Message
    String endedInPart();

    @Message
    String planned();

    @Message
    String verdictChanged();

    @Message
    String planProposed();

    @Message
    String planSentBack();

    @Message
    String planApproved();

    @Message
    String stepTaken();

    @Message
    String stopped();

    @Message
    String executed();

    @Message
    String contradicted();

    @Message
    String proved();

    @Message
    String remainderDue();

    @Message
    String recipientTold();

    @Message
    String recipientAnswered();

    @Message
    String reopened();

    @Message
    String letterEndedInPart();

    @Message
    String letterErased();

    @Message
    String letterErasedInPart();

    @Message
    String connectorRetried();

    @Message
    String itemWithheld();

    @Message
    String itemRestored();

    @Message
    String withholdingLost();

    @Message
    String released();

    @Message
    String assembled();

    @Message
    String supplementCollected();

    @Message
    String messageSent();

    @Message
    String messagesRead();

    @Message
    String letterMessage();

    @Message
    String attachment();

    @Message
    String attachments(int number);

    @Message
    String letterSent();

    @Message
    String letterFailing();

    @Message
    String letterDropped();

    @Message
    String letterUndeliverable();

    @Message
    String letterRead();

    @Message
    String signedIn();

    @Message
    String signInLocked();

    @Message
    String downloaded();

    @Message
    String destinationNamed();

    @Message
    String transmitted();

    @Message
    String transmissionFailed();

    @Message
    String viewed();

    @Message
    String listed();

    @Message
    String searched();

    @Message
    String exported();

    @Message
    String downloadProlonged();

    @Message
    String downloadEnded();

    @Message
    String closed();

    @Message
    String letterConfirm();

    @Message
    String letterReceived();

    @Message
    String letterExtended();

    @Message
    String letterRefused();

    @Message
    String letterWithdrawn();

    @Message
    String letterReady();

    @Message
    String letterReadyInPart();

    @Message
    String letterSignIn();

    @Message
    String bundle(int number);

    @Message
    String seenCase();

    @Message
    String seenMessages();

    @Message
    String seenHistory();

    @Message
    String seenPlan();

    @Message
    String seenPreview();

    @Message
    String seenFound();

    @Message
    String pageSummary();

    @Message
    String pageInformation();

    @Message
    String pageCompleteness();

    @Message
    String pageNumber(String number);
}
