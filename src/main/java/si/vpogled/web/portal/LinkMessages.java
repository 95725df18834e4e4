package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.request.AccessLinks;
import si.vpogled.request.SignInOutcome;

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
    String whatNow();

    @Message
    String ifConfirmed();

    @Message
    String ifExpired();

    @Message
    String ifSignIn();

    @Message
    String ifByLink();

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
    String needReference();

    @Message
    String needEmail();

    @Message
    String linkSent();

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

    @Message
    String faultTitle(AccessLinks.Fault fault);

    @Message
    String faultText(AccessLinks.Fault fault);

    @Message
    String confirmedTitle();

    @Message
    String confirmedLead();

    @Message
    String confirmedNext();

    @Message
    String askCode();

    @Message
    String sendCode();

    @Message
    String codeTitle();

    @Message
    String codeGood(String minutes);

    @Message
    String code();

    @Message
    String codeHint();

    @Message
    String codeButton();

    @Message
    String codeNone();

    @Message
    String needCode();

    @Message
    String wrongCode(String left);

    /** Forms of a noun. */
    @Message
    String tries();

    @Message
    String reasonTitle(SignInOutcome.Reason reason);

    @Message
    String reasonText(SignInOutcome.Reason reason);

    @Message
    String stillSignedIn();

    @Message
    String notAsked();

    @Message
    String ended();
}
