package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the subject's own case. */
@MessageBundle("track")
public interface CaseMessages {
    @Message
    String title();

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
    String source();

    @Message
    String sourceServices();

    @Message
    String sourceState();

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

    @Message
    String reading(String state, String records, String size);
}
