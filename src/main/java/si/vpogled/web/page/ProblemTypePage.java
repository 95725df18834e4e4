package si.vpogled.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemKind;
import si.vpogled.web.problem.ProblemPage.Told;
import si.vpogled.web.problem.Refusals;

/** What the type of a problem leads to (RFC 9457 section 3.1.1): what it means and what to do. */
@Path("/problems/{key}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProblemTypePage {
    private final Pages pages;

    ProblemTypePage(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance problem(Page page, Told told);
    }

    @GET
    public Response meaning(@PathParam("key") String key) {
        Page page = pages.page();
        return Refusals.meaning(key, page.language())
                .map(told -> pages.html(Templates.problem(page, told)))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, ""));
    }
}
