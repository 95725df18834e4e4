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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.web.api.SignInWish;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.BrowserTickets;
import si.vpogled.web.security.SessionCookie;
import si.vpogled.web.security.SignedInSubject;

/** Asking to sign in to a case by mail, and signing out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 254;
    /** Longer than code and link are good, so that a page can say that their time is over. */
    private static final Duration TICKET = Duration.ofHours(2);

    private final Pages pages;
    private final SignInWish wish;
    private final SignedInSubject subject;
    private final SessionCookie cookie;
    private final BrowserTickets tickets;

    SignInPages(Pages pages, SignInWish wish, SignedInSubject subject, SessionCookie cookie, BrowserTickets tickets) {
        this.pages = pages;
        this.wish = wish;
        this.subject = subject;
        this.cookie = cookie;
        this.tickets = tickets;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance signIn(Page page, String reference, String email, boolean ended, Errors errors);

        static native TemplateInstance signedOut(Page page);
    }

    @GET
    @Path("/sign-in")
    public Response form(@QueryParam("reference") @DefaultValue("") String reference, @Context UriInfo address) {
        boolean ended = address.getQueryParameters().containsKey("ended");
        return pages.html(Templates.signIn(pages.page(), bounded(reference), "", ended, Errors.NONE));
    }

    /**
     * Leads to the same page whether or not there is such a case; who there is gets a mail.
     *
     * @param go {@code stay} where the form is wanted in the other language, as far as it is filled in
     */
    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @FormParam("reference") @DefaultValue("") String reference,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("go") @DefaultValue("") String go) {
        Page page = pages.page();
        if (go.equals("stay")) {
            return pages.html(Templates.signIn(page, bounded(reference), bounded(email), false, Errors.NONE));
        }
        Errors errors = errors(page, bounded(reference), bounded(email));
        if (errors.any()) {
            return pages.html(UNPROCESSABLE, Templates.signIn(page, bounded(reference), bounded(email), false, errors));
        }
        String ticket = wish.ask(bounded(reference), bounded(email));
        return Response.seeOther(URI.create("/sign-in/code/" + BrowserTickets.mark(ticket)))
                .cookie(tickets.given(ticket, TICKET))
                .build();
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
