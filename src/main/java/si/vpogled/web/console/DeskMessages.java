package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.subject.IdentifierKind;
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
    String doubts();

    @Message
    String doubt(String kind, String account, String changed, String settled);

    @Message
    String undelivered(String letter, String since);

    @Message
    String undeliverable(String letter, String since);

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
    String outcomeOutsideRight();

    @Message
    String withheld(String ground);

    @Message
    String remarks();

    @Message
    String notes();

    @Message
    String noNotes();

    @Message
    String answers();

    @Message
    String answerLine(int number, String size, String until);

    @Message
    String gone();

    @Message
    String ended();

    @Message
    String endedAnswered();

    @Message
    String endedErased();

    @Message
    String endedInPart();

    @Message
    String endedRefused(String ground);

    @Message
    String endedWithdrawn();

    @Message
    String endedNotConfirmed();
}
