package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.request.Right;

/** Of the form, its check and its confirmation. */
@MessageBundle("form")
public interface FormMessages {
    @Message
    String title();

    @Message
    String lead(String provider);

    @Message
    String right();

    @Message
    String rightName(Right right);

    @Message
    String services();

    @Message
    String servicesHint();

    @Message
    String you();

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
    String more();

    @Message
    String messageLabel();

    @Message
    String messageHint();

    @Message
    String language();

    @Message
    String toCheck();

    @Message
    String checkTitle();

    @Message
    String checkLead();

    @Message
    String notGiven();

    @Message
    String send();

    @Message
    String change();

    @Message
    String sentTitle();

    @Message
    String reference();

    @Message
    String nextTitle();

    @Message
    String nextMail();

    @Message
    String nextButton(String days);

    @Message
    String nextAnswer();

    @Message
    String noMail();

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
    String tooLong(String characters);

    @Message
    String badCharacters();

    @Message
    String badRight();

    @Message
    String badLanguage();
}
