package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;

/** Staff sign in and out. The form goes to the framework, which looks the password up and sets the cookie. */
@Path("/console")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsoleSignIn {
    private final Pages pages;
    private final RoutingContext context;

    ConsoleSignIn(Pages pages, RoutingContext context) {
        this.pages = pages;
        this.context = context;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance signIn(Page page, Errors errors);
    }

    @GET
    @Path("/sign-in")
    public Response signIn(@QueryParam("failed") String failed) {
        Page page = pages.page();
        Errors errors = failed == null
                ? Errors.NONE
                : Errors.of(page.messages(QueueMessages.class).failed());
        return pages.html(Templates.signIn(page, errors));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        FormAuthenticationMechanism.logout(context);
        return Response.seeOther(URI.create("/console/sign-in")).build();
    }
}
