package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.request.Right;

/** Of the form's steps, its check and its confirmation. */
@MessageBundle("form")
public interface FormMessages {
    @Message
    String stepTitle(Step step);

    @Message
    String stepOf(int number, int all);

    @Message
    String next();

    @Message
    String back();

    @Message
    String right();

    @Message
    String rightName(Right right);

    @Message
    String rightLabel(Right right);

    @Message
    String rightText(Right right);

    @Message
    String rightHint(String provider);

    @Message
    String rightOther();

    @Message
    String services();

    @Message
    String servicesHint();

    @Message
    String held(String kinds, String examples);

    @Message
    String heldMore();

    @Message
    String known();

    @Message
    String knownHint();

    @Message
    String name();

    @Message
    String email();

    @Message
    String emailHint();

    @Message
    String customerNumber();

    @Message
    String customerNumberHint();

    @Message
    String domain();

    @Message
    String domainHint();

    @Message
    String vatId();

    @Message
    String vatIdHint();

    @Message
    String messageLabel();

    @Message
    String messageHint();

    @Message
    String language();

    @Message
    String languageHint();

    @Message
    String checkTitle();

    @Message
    String checkLead();

    @Message
    String notGiven();

    @Message
    String change();

    @Message
    String changedMeanwhile();

    @Message
    String sendTitle();

    @Message
    String sendLead(String provider);

    @Message
    String send();

    @Message
    String sentTitle();

    @Message
    String reference();

    @Message
    String nextTitle();

    @Message
    String nextMail();

    @Message
    String nextButton(String time);

    @Message
    String nextAnswer();

    @Message
    String noMail();

    @Message
    String again();

    @Message
    String questions();

    @Message
    String endedTitle();

    @Message
    String ended(String time);

    @Message
    String endedSent();

    @Message
    String endedSignIn();

    @Message
    String endedAgain();

    @Message
    String needServices();

    @Message
    String needName();

    @Message
    String needEmail();

    @Message
    String badEmail();

    @Message
    String badDomain();

    @Message
    String badVatId();

    @Message
    String tooLong(String field, String characters);

    @Message
    String badCharacters(String field);

    @Message
    String badRight();

    @Message
    String badLanguage();
}
