package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the pages that mailed links lead to, and of signing in. */
@MessageBundle("link")
public interface LinkMessages {
    @Message
    String confirmTitle();

    @Message
    String confirmLead(String provider);

    @Message
    String confirmButton();

    @Message
    String notYou();

    @Message
    String unusableTitle();

    @Message
    String unusable();

    @Message
    String whatNow();

    @Message
    String ifConfirmed();

    @Message
    String ifExpired();

    @Message
    String ifSignIn();

    @Message
    String askLink();

    @Message
    String askAgain();

    @Message
    String stillStuck();

    @Message
    String signInTitle();

    @Message
    String signInLead();

    @Message
    String reference();

    @Message
    String referenceHint();

    @Message
    String email();

    @Message
    String sendLink();

    @Message
    String needReference();

    @Message
    String needEmail();

    @Message
    String linkSentTitle();

    @Message
    String linkSent();

    @Message
    String linkSentGood(String minutes);

    @Message
    String tryAgain();

    @Message
    String openTitle();

    @Message
    String openLead();

    @Message
    String openButton();

    @Message
    String signedOutTitle();

    @Message
    String signedOut();
}
