package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.Optional;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.AskedPage;
import si.vpogled.web.security.StaffDoor;
import si.vpogled.web.security.oidc.ProviderSignIn;

/** Staff sign in and out: by name and password, or at the identity provider. */
@Path("/console")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsoleSignIn {
    private final Pages pages;
    private final ProviderSignIn provider;
    private final SecurityIdentity identity;
    private final StaffDoor door;

    ConsoleSignIn(Pages pages, ProviderSignIn provider, SecurityIdentity identity, StaffDoor door) {
        this.pages = pages;
        this.provider = provider;
        this.identity = identity;
        this.door = door;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance signIn(Page page, Errors errors, String to);

        static native TemplateInstance atProvider(Page page, Errors errors, Optional<String> staff);
    }

    @GET
    @Path("/sign-in")
    public Response signIn(@Context UriInfo address, @QueryParam("to") @DefaultValue("") String to) {
        Page page = pages.page();
        if (provider.used()) {
            return pages.html(Templates.atProvider(page, Errors.NONE, name()));
        }
        Errors errors = address.getQueryParameters().containsKey("failed")
                ? Errors.of(page.messages(QueueMessages.class).failed())
                : Errors.NONE;
        return pages.html(Templates.signIn(page, errors, AskedPage.of(to).address()));
    }

    /** Where the identity provider sends the browser back to; the framework has looked at what it brings. */
    @GET
    @Path("/sign-in/provider")
    @Authenticated
    public Response fromProvider() {
        return Response.seeOther(URI.create("/console")).build();
    }

    /** Where the identity provider's refusal leads. */
    @GET
    @Path("/sign-in/failed")
    public Response refusedByProvider() {
        Page page = pages.page();
        return pages.html(Templates.atProvider(
                page, Errors.of(page.messages(QueueMessages.class).refusedByProvider()), name()));
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @FormParam("j_username") @DefaultValue("") String name,
            @FormParam("j_password") @DefaultValue("") String password,
            @FormParam("to") @DefaultValue("") String to) {
        if (provider.used()) {
            return Response.seeOther(URI.create("/console/sign-in")).build();
        }
        AskedPage page = AskedPage.of(to);
        return door.enter(name, password)
                .map(cookie -> Response.seeOther(URI.create(page.address())).cookie(cookie))
                .orElseGet(() -> Response.seeOther(URI.create("/console/sign-in?failed" + page.query("&"))))
                .build();
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        if (provider.used()) {
            return Response.seeOther(endAtProvider()).build();
        }
        return Response.seeOther(URI.create("/console/sign-in"))
                .cookie(door.leave())
                .build();
    }

    /** Who is signed in, perhaps without a role here: they must be able to come as somebody else. */
    private Optional<String> name() {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    private URI endAtProvider() {
        String back = "/console/sign-in";
        return (identity.isAnonymous() ? Optional.<URI>empty() : provider.end(back)).orElse(URI.create(back));
    }
}
