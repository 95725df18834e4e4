package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the plan of an erasure. */
@MessageBundle("plan")
public interface PlanMessages {
    @Message
    String title();

    @Message
    String none();

    @Message
    String gone();

    @Message
    String version(int number, String at);

    @Message
    String bySystem();

    @Message
    String proposed(String by);

    @Message
    String approved(String by);

    @Message
    String caption();

    @Message
    String records();

    @Message
    String group();

    @Message
    String verdict();

    @Message
    String whatHappens();

    @Message
    String ofYear(String year);

    @Message
    String undated();

    @Message
    String nowErase();

    @Message
    String nowAnonymise();

    @Message
    String laterOn(String day);

    @Message
    String staysForNow();

    @Message
    String lookUpDate();

    @Message
    String changedBy(String who);

    @Message
    String change();

    @Message
    String noneHeld();

    @Message
    String referred();

    @Message
    String referredHint();

    @Message
    String openAccounts(int count);

    @Message
    String recipients();

    @Message
    String backups(String day);

    @Message
    String propose();

    @Message
    String proposeHint();

    @Message
    String approve();

    @Message
    String approveHint();

    @Message
    String notYours();

    @Message
    String sendBack();

    @Message
    String sendBackReason();

    @Message
    String plannedAnew();

    @Message
    String newVerdict();

    @Message
    String toErase();

    @Message
    String toAnonymise();

    @Message
    String toKeep();

    @Message
    String until();

    @Message
    String untilHint();

    @Message
    String needVerdict();

    @Message
    String needDay();

    @Message
    String reasonHint();

    @Message
    String save();

    @Message
    String back();

    @Message
    String notices();

    @Message
    String recipient();

    @Message
    String told();

    @Message
    String notTold();

    @Message
    String mailed();

    @Message
    String whatToTell();

    @Message
    String answer();

    @Message
    String answerHint();

    @Message
    String record();
}
