package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import si.vpogled.request.Limits;
import si.vpogled.request.Right;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;

/** What one can ask for, how long it takes and what is needed. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StartPage {
    private final Pages pages;
    private final FormChecks checks;
    private final Limits limits;
    private final InstantSource clock;

    StartPage(Pages pages, FormChecks checks, Limits limits, InstantSource clock) {
        this.pages = pages;
        this.checks = checks;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param due the last day for the answer to a request that is sent now
     */
    record StartView(List<Right> rights, List<ServiceHoldings> services, LocalDate due) {}

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance start(Page page, StartView view);
    }

    @GET
    public Response get() {
        LocalDate due = limits.first(clock.instant()).due();
        StartView view = new StartView(checks.rights(), checks.services(), due);
        return pages.html(Templates.start(pages.page(), view));
    }
}
