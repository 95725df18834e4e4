package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.fulfilment.transmission.DestinationException;
import si.vpogled.fulfilment.transmission.Transmission;
import si.vpogled.letter.LetterKind;

/** Of the subject's own case. */
@MessageBundle("track")
public interface CaseMessages {
    @Message
    String title();

    @Message
    String otherCase();

    @Message
    String proofAwaited();

    @Message
    String timeline();

    @Message
    String submitted();

    @Message
    String confirmed();

    @Message
    String accepted();

    @Message
    String collected();

    @Message
    String assembled();

    @Message
    String closed();

    @Message
    String planned();

    @Message
    String erasedStep();

    @Message
    String endedInPartStep();

    @Message
    String refusedStep();

    @Message
    String withdrawnStep();

    @Message
    String expiredStep();

    @Message
    String dueStep(String day);

    @Message
    String progress();

    @Message
    String progressCaption();

    @Message
    String service();

    @Message
    String serviceState();

    @Message
    String servicesDone(String done, String all);

    @Message
    String partsDone(String state, String done, String all);

    @Message
    String reload();

    @Message
    String reloadHint();

    @Message
    String leftOut();

    @Message
    String leftOutHint();

    @Message
    String accountOpen();

    @Message
    String referred();

    @Message
    String outsideRight();

    @Message
    String leftOutCaption();

    @Message
    String leftOutWhat();

    @Message
    String leftOutGround();

    @Message
    String leftOutWith();

    @Message
    String keptUntil();

    @Message
    String size();

    @Message
    String letters();

    @Message
    String lettersCaption();

    @Message
    String letter();

    @Message
    String letterSent();

    @Message
    String letterUnreadable();

    @Message
    String letterTitle(String subject);

    @Message
    String letterAt(String time);

    @Message
    String letterBack();

    @Message
    String letterName(LetterKind kind);

    @Message
    String answer();

    @Message
    String supplement(int number);

    @Message
    String partial();

    @Message
    String missing();

    @Message
    String supplementFollows();

    @Message
    String download(String size);

    @Message
    String until();

    @Message
    String verify();

    @Message
    String verifyHash();

    @Message
    String verifyInside();

    @Message
    String verifySignature();

    @Message
    String leftOutHintPortability();

    @Message
    String transmit();

    @Message
    String transmitLead();

    @Message
    String transmitCaption();

    @Message
    String transmitTo();

    @Message
    String transmitWhat();

    @Message
    String transmitState(Transmission.State state);

    @Message
    String transmitAnswer();

    @Message
    String transmitFault(DestinationException.Reason reason);

    @Message
    String transmitAgain();

    @Message
    String transmitName();

    @Message
    String transmitAddress();

    @Message
    String transmitAddressHint();

    @Message
    String transmitSecret();

    @Message
    String transmitSecretHint();

    @Message
    String transmitFingerprint();

    @Message
    String transmitFingerprintHint();

    @Message
    String transmitButton();

    @Message
    String refused();

    @Message
    String due();

    @Message
    String extended();

    @Message
    String asked();

    @Message
    String complain();

    @Message
    String complainFirst();

    @Message
    String complainSilence();

    @Message
    String withdrawHead();

    @Message
    String withdraw();

    @Message
    String withdrawTitle();

    @Message
    String withdrawLead(String reference);

    @Message
    String withdrawAfter();

    @Message
    String withdrawButton();

    @Message
    String keep();
}
