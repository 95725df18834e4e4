package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.request.CaseException;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.SignIn;
import si.vpogled.web.api.SignInWish;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.SessionCookie;
import si.vpogled.web.security.SignedInSubject;

/** Signing in to a case by a mailed link, and out of it. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 254;

    private final Pages pages;
    private final SignInWish ask;
    private final SignIn signIn;
    private final SignedInSubject subject;
    private final SessionCookie cookie;
    private final RequestConfig config;

    SignInPages(
            Pages pages,
            SignInWish ask,
            SignIn signIn,
            SignedInSubject subject,
            SessionCookie cookie,
            RequestConfig config) {
        this.pages = pages;
        this.ask = ask;
        this.signIn = signIn;
        this.subject = subject;
        this.cookie = cookie;
        this.config = config;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance signIn(Page page, String reference, String email, Errors errors);

        static native TemplateInstance linkSent(Page page, int minutes);

        static native TemplateInstance openCase(Page page);

        static native TemplateInstance unusable(Page page, boolean confirming);

        static native TemplateInstance signedOut(Page page);
    }

    @GET
    @Path("/sign-in")
    public Response form(@QueryParam("reference") @DefaultValue("") String reference) {
        return pages.html(Templates.signIn(pages.page(), bounded(reference), "", Errors.NONE));
    }

    /** The same page whether or not there is such a case; who there is gets a mail. */
    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @FormParam("reference") @DefaultValue("") String reference,
            @FormParam("email") @DefaultValue("") String email) {
        Page page = pages.page();
        Errors errors = errors(page, bounded(reference), bounded(email));
        if (errors.any()) {
            return pages.html(UNPROCESSABLE, Templates.signIn(page, bounded(reference), bounded(email), errors));
        }
        ask.ask(bounded(reference), bounded(email));
        return pages.html(
                Templates.linkSent(page, (int) config.signInLinkPeriod().toMinutes()));
    }

    private static Errors errors(Page page, String reference, String email) {
        LinkMessages messages = page.messages(LinkMessages.class);
        List<FieldError> errors = new ArrayList<>();
        if (reference.isEmpty()) {
            errors.add(new FieldError("reference", messages.needReference()));
        }
        if (!MailAddress.Check.sound(email)) {
            errors.add(new FieldError("email", messages.needEmail()));
        }
        return new Errors(errors);
    }

    private static String bounded(String value) {
        String plain = value.strip().replaceAll("\\p{Cntrl}", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    @GET
    @Path("/sign-in/{token}")
    public Response look() {
        return pages.html(Templates.openCase(pages.page()));
    }

    @POST
    @Path("/sign-in/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("token") String token) {
        try {
            return Response.seeOther(URI.create("/case"))
                    .cookie(cookie.of(signIn.signIn(token)))
                    .build();
        } catch (CaseException refused) {
            return pages.html(GONE, Templates.unusable(pages.page(), false));
        }
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        subject.end();
        return Response.seeOther(URI.create("/signed-out"))
                .cookie(cookie.expired())
                .build();
    }

    @GET
    @Path("/signed-out")
    public Response signedOut() {
        return pages.html(Templates.signedOut(pages.page()));
    }
}
