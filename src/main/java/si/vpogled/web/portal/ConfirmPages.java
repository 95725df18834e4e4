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
import si.vpogled.request.CaseException;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.SessionCookie;

/** The mailed link that confirms a request. Looking changes nothing, since mail scanners look too; the button does. */
@Path("/confirm/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmPages {
    private static final int GONE = 410;

    private final Pages pages;
    private final ConfirmRequest confirm;
    private final SessionCookie cookie;

    ConfirmPages(Pages pages, ConfirmRequest confirm, SessionCookie cookie) {
        this.pages = pages;
        this.confirm = confirm;
        this.cookie = cookie;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance confirm(Page page);
    }

    @GET
    public Response look() {
        return pages.html(Templates.confirm(pages.page()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("token") String token) {
        try {
            return Response.seeOther(URI.create("/case"))
                    .cookie(cookie.of(confirm.confirm(token)))
                    .build();
        } catch (CaseException refused) {
            return pages.html(GONE, SignInPages.Templates.unusable(pages.page(), true));
        }
    }
}
