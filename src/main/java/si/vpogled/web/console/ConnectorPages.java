package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import si.vpogled.collection.CheckConnector;
import si.vpogled.request.CaseException;
import si.vpogled.request.Role;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.Refusals;
import si.vpogled.web.security.StaffActor;

/** The sources of this installation, how they do, and checking that they answer. */
@Path("/console/connectors")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConnectorPages {
    private static final int OK = 200;
    private static final URI PLACE = URI.create("/console/connectors");

    private final Pages pages;
    private final ReadConnectors connectors;
    private final CheckConnector check;
    private final Refusals refusals;
    private final StaffActor staff;

    ConnectorPages(Pages pages, ReadConnectors connectors, CheckConnector check, Refusals refusals, StaffActor staff) {
        this.pages = pages;
        this.connectors = connectors;
        this.check = check;
        this.refusals = refusals;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance connectors(
                Page page, List<ConnectorView> connectors, boolean mayTest, Errors errors);
    }

    @GET
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response get() {
        return show(OK, pages.page(), Errors.NONE);
    }

    /** Waits for the test's end, at most half a minute; the page that follows shows what it found. */
    @POST
    @Path("/{connector}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("connector") String connector) throws InterruptedException {
        try {
            check.check(connector, staff.actor());
            return Response.seeOther(UriBuilder.fromUri(PLACE)
                            .fragment("source-" + connector)
                            .build())
                    .build();
        } catch (CaseException refused) {
            if (refused.problem() != CaseException.Problem.TEST_RUNNING) {
                throw refused;
            }
            Page page = pages.page().at(PLACE);
            ProblemPage.Told told = refusals.of(refused, page.language());
            return show(told.status(), page, Errors.of(told.title() + ". " + told.detail()));
        }
    }

    private Response show(int status, Page page, Errors errors) {
        boolean mayTest = staff.actor().roles().stream().anyMatch(role -> role != Role.AUDITOR);
        return pages.html(status, Templates.connectors(page, connectors.read(page), mayTest, errors));
    }
}
