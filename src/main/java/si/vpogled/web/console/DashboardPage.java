package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import si.vpogled.collection.Attempts;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.request.CaseFigures;
import si.vpogled.request.CountCases;
import si.vpogled.request.Days;
import si.vpogled.request.Limits;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;

/** How the work as a whole goes. */
@Path("/console/dashboard")
@RolesAllowed({"clerk", "approver", "auditor"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DashboardPage {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final CountCases cases;
    private final Attempts attempts;
    private final Connectors connectors;
    private final StaffActor staff;
    private final InstantSource clock;

    DashboardPage(
            Pages pages,
            CountCases cases,
            Attempts attempts,
            Connectors connectors,
            StaffActor staff,
            InstantSource clock) {
        this.pages = pages;
        this.cases = cases;
        this.attempts = attempts;
        this.connectors = connectors;
        this.staff = staff;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance dashboard(Page page, Board board, Errors errors);
    }

    @GET
    public Response get(@BeanParam DashboardRange range) {
        Page page = pages.page();
        LocalDate today = Limits.day(clock.instant());
        DashboardRange.Asked asked = range.asked(today, page);
        CaseFigures figures = cases.count(asked.days(), staff.actor());
        Board board = new DrawBoard(page)
                .draw(asked, today, figures, attempts(asked.days()), new SourceNames(connectors, page));
        return pages.html(asked.errors().any() ? UNPROCESSABLE : OK, Templates.dashboard(page, board, asked.errors()));
    }

    /** Of the connectors there are, and of those there were. */
    private List<Attempts.Tally> attempts(Days days) {
        Map<String, Attempts.Tally> tallies = attempts.between(days.begin(), days.end());
        return Stream.concat(connectors.all().stream().map(ConnectorDefinition::connector), tallies.keySet().stream())
                .distinct()
                .map(connector -> tallies.getOrDefault(connector, new Attempts.Tally(connector, 0, Map.of())))
                .toList();
    }
}
