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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.SignIn;
import si.vpogled.request.SignInOutcome;
import si.vpogled.web.api.SignInWish;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.BrowserTickets;

/**
 * The mailed code and link, good only in the browser that asked. Looking changes nothing, since mail scanners look too;
 * the button does.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EnterPages {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_CODE = 40;

    private final Pages pages;
    private final SignIn signIn;
    private final SignInWish wish;
    private final BrowserTickets tickets;
    private final BeginSession begin;
    private final RequestConfig config;

    EnterPages(
            Pages pages,
            SignIn signIn,
            SignInWish wish,
            BrowserTickets tickets,
            BeginSession begin,
            RequestConfig config) {
        this.pages = pages;
        this.signIn = signIn;
        this.wish = wish;
        this.tickets = tickets;
        this.begin = begin;
        this.config = config;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance linkSent(Page page, int minutes, Errors errors);

        static native TemplateInstance openCase(Page page);

        static native TemplateInstance notSignedIn(Page page, SignInOutcome.Reason reason);
    }

    @GET
    @Path("/sign-in/code/{mark}")
    public Response askForCode(@PathParam("mark") String mark) {
        return tickets.find(mark)
                .map(ticket -> signIn.look(ticket).map(this::refused).orElseGet(() -> codeForm(Errors.NONE)))
                .orElseGet(() -> withoutTicket(mark));
    }

    @POST
    @Path("/sign-in/code/{mark}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enterCode(@PathParam("mark") String mark, @FormParam("code") @DefaultValue("") String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            return codeForm(wrong(pages.page().messages(LinkMessages.class).needCode()));
        }
        return tickets.find(mark).map(ticket -> answer(wish.code(ticket, code))).orElseGet(() -> withoutTicket(mark));
    }

    /** Another browser, or the same after it has forgotten its ticket: the time is over then. */
    private Response withoutTicket(String mark) {
        return refused(
                BrowserTickets.hashBegin(mark).map(signIn::lookWithoutTicket).orElse(SignInOutcome.Reason.UNKNOWN));
    }

    @GET
    @Path("/sign-in/{token}")
    public Response look(@PathParam("token") String token) {
        return signIn.look(token, tickets.all())
                .map(this::refused)
                .orElseGet(() -> pages.html(Templates.openCase(pages.page())));
    }

    @POST
    @Path("/sign-in/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("token") String token) {
        return answer(wish.link(token, tickets.all()));
    }

    private Response answer(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Opened(var session) -> begin.begin(session);
            case SignInOutcome.Refused(SignInOutcome.Reason reason, int left) ->
                reason == SignInOutcome.Reason.WRONG_CODE ? wrongCode(left) : refused(reason);
        };
    }

    private Response wrongCode(int left) {
        Page page = pages.page();
        String tries = page.counted(left, page.messages(LinkMessages.class).tries());
        return codeForm(wrong(page.messages(LinkMessages.class).wrongCode(tries)));
    }

    private static Errors wrong(String message) {
        return new Errors(List.of(new FieldError("code", message)));
    }

    private Response codeForm(Errors errors) {
        int minutes = (int) config.signInPeriod().toMinutes();
        return pages.html(errors.any() ? UNPROCESSABLE : OK, Templates.linkSent(pages.page(), minutes, errors));
    }

    private Response refused(SignInOutcome.Reason reason) {
        int status = switch (reason) {
            case OTHER_BROWSER -> FORBIDDEN;
            case CODES_CLOSED -> TOO_MANY;
            case UNKNOWN, USED, EXPIRED, LOCKED, WRONG_CODE -> GONE;
        };
        return pages.html(status, Templates.notSignedIn(pages.page(), reason));
    }
}
