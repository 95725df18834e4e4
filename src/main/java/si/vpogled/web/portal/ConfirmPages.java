package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import si.vpogled.request.AccessLinks;
import si.vpogled.request.CaseException;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.BrowserTickets;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.Limit;

/**
 * The mailed link that confirms a request. Looking changes nothing, since mail scanners look too; the button does. It
 * works in any browser, and opens the case only in the one that sent the request.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmPages {
    private static final int GONE = 410;

    private final Pages pages;
    private final ConfirmRequest confirm;
    private final AccessLinks links;
    private final BrowserTickets tickets;
    private final BeginSession begin;
    private final CallerLimits limits;

    ConfirmPages(
            Pages pages,
            ConfirmRequest confirm,
            AccessLinks links,
            BrowserTickets tickets,
            BeginSession begin,
            CallerLimits limits) {
        this.pages = pages;
        this.confirm = confirm;
        this.links = links;
        this.tickets = tickets;
        this.begin = begin;
        this.limits = limits;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance confirm(Page page);

        static native TemplateInstance confirmed(Page page);

        static native TemplateInstance unusable(Page page, AccessLinks.Fault fault);
    }

    @GET
    @Path("/confirm/{token}")
    public Response look() {
        return pages.html(Templates.confirm(pages.page()));
    }

    @POST
    @Path("/confirm/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("token") String token) {
        limits.take(Limit.CODE);
        try {
            return confirm.confirm(token, tickets.all())
                    .session()
                    .map(begin::begin)
                    .orElseGet(() -> Response.seeOther(URI.create("/confirmed")).build());
        } catch (CaseException refused) {
            AccessLinks.Fault fault = links.fault(token, AccessLinks.Purpose.CONFIRM);
            return pages.html(GONE, Templates.unusable(pages.page(), fault));
        }
    }

    /** Where the request was sent from elsewhere: nothing of it is shown. */
    @GET
    @Path("/confirmed")
    public Response confirmed() {
        return pages.html(Templates.confirmed(pages.page()));
    }
}
