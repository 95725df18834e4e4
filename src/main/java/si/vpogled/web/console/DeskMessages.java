package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.subject.ProofMethod;
import si.vpogled.text.Language;

/** Of a case as staff see it. */
@MessageBundle("desk")
public interface DeskMessages {
    @Message
    String title();

    @Message
    String asked();

    @Message
    String right();

    @Message
    String services();

    @Message
    String name();

    @Message
    String email();

    @Message
    String stated();

    @Message
    String statedHint();

    @Message
    String noneStated();

    @Message
    String kind(IdentifierKind kind);

    @Message
    String sentMessage();

    @Message
    String language();

    @Message
    String languageName(Language language);

    @Message
    String received();

    @Message
    String due();

    @Message
    String assignee();

    @Message
    String nobody();

    @Message
    String assignMe();

    @Message
    String assignNobody();

    @Message
    String decisions();

    @Message
    String nothingToDecide();

    @Message
    String accept();

    @Message
    String acceptHint();

    @Message
    String needsProof();

    @Message
    String refuse();

    @Message
    String refuseHint(String language);

    @Message
    String ground();

    @Message
    String reason();

    @Message
    String extend();

    @Message
    String extendHint(String language);

    @Message
    String withdraw();

    @Message
    String withdrawHint();

    @Message
    String withdrawDo();

    @Message
    String release();

    @Message
    String releaseHint();

    @Message
    String releasePart();

    @Message
    String releasePartHint(String missing, String language);

    @Message
    String identity();

    @Message
    String assuranceNone();

    @Message
    String assuranceLow();

    @Message
    String assuranceSubstantial();

    @Message
    String assurance(String reached, String needed);

    @Message
    String proofs();

    @Message
    String noProofs();

    @Message
    String method();

    @Message
    String methodName(ProofMethod method);

    @Message
    String shows();

    @Message
    String by();

    @Message
    String bySubject();

    @Message
    String when();

    @Message
    String note();

    @Message
    String recordCheck();

    @Message
    String provedCustomerNumber();

    @Message
    String provedDomain();

    @Message
    String checkNote();

    @Message
    String checkNoteHint();

    @Message
    String record();

    @Message
    String doubts();

    @Message
    String doubt(String kind, String account, String changed, String settled);

    @Message
    String runs();

    @Message
    String runsCaption();

    @Message
    String source();

    @Message
    String state();

    @Message
    String readSoFar();

    @Message
    String attempts();

    @Message
    String times();

    @Message
    String from(String time);

    @Message
    String until(String time);

    @Message
    String again(String time);

    @Message
    String retry();

    @Message
    String retryHidden(String source);

    @Message
    String found();

    @Message
    String foundCaption(String service);

    @Message
    String item();

    @Message
    String outcome();

    @Message
    String decision();

    @Message
    String outcomeFound(String records);

    @Message
    String outcomeNoneHeld();

    @Message
    String outcomeFailed();

    @Message
    String outcomePending();

    @Message
    String outcomeNotNeeded();

    @Message
    String withheld(String ground);

    @Message
    String withhold();

    @Message
    String withholdHidden(String item);

    @Message
    String restore();

    @Message
    String restoreHidden(String item);

    @Message
    String withholdTitle();

    @Message
    String withholdLead();

    @Message
    String withholdHint(String language);

    @Message
    String back();

    @Message
    String remarks();

    @Message
    String notes();

    @Message
    String noNotes();

    @Message
    String addNote();

    @Message
    String addNoteHint();

    @Message
    String add();

    @Message
    String history();

    @Message
    String what();

    @Message
    String details();

    @Message
    String actorSubject();

    @Message
    String actorSystem();

    @Message
    String needReason();

    @Message
    String needNote();

    @Message
    String needGround();

    @Message
    String needMethod();

    @Message
    String badIdentifier();

    @Message
    String tooLong(String characters);

    @Message
    String answers();

    @Message
    String answerLine(int number, String size, String until);

    @Message
    String ended();

    @Message
    String endedAnswered();

    @Message
    String endedRefused(String ground);

    @Message
    String endedWithdrawn();

    @Message
    String endedNotConfirmed();

    @Message
    String actSubmitted();

    @Message
    String actConfirmed();

    @Message
    String actNotConfirmed();

    @Message
    String actIdentityChecked();

    @Message
    String actAccepted();

    @Message
    String actRefused();

    @Message
    String actWithdrawn();

    @Message
    String actExtended();

    @Message
    String actAssigned();

    @Message
    String actNoted();

    @Message
    String actCollected();

    @Message
    String actConnectorRetried();

    @Message
    String actItemWithheld();

    @Message
    String actItemRestored();

    @Message
    String actReleased();

    @Message
    String actAssembled();

    @Message
    String actSupplementCollected();

    @Message
    String actLetterSent();

    @Message
    String actSignedIn();

    @Message
    String actDownloaded();

    @Message
    String actViewed();

    @Message
    String actSearched();

    @Message
    String actDownloadEnded();

    @Message
    String actClosed();
}
