package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import si.vpogled.collection.Connectors;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.HistoryPlace;
import si.vpogled.request.ReadHistory;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;

/** The whole history of a case, of which the desk shows the newest. */
@Path("/console/cases/{reference}/history")
@RolesAllowed({"clerk", "approver", "auditor"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HistoryPages {
    /** How many lines stand on a page, and on the desk. */
    static final int LINES = 50;

    private final Pages pages;
    private final ReadHistory history;
    private final Connectors connectors;
    private final Inventory inventory;
    private final StaffActor staff;

    HistoryPages(Pages pages, ReadHistory history, Connectors connectors, Inventory inventory, StaffActor staff) {
        this.pages = pages;
        this.history = history;
        this.connectors = connectors;
        this.inventory = inventory;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance history(
                Page page, String reference, List<HistoryWords.Line> lines, boolean further, String older);
    }

    @GET
    public Response get(@PathParam("reference") String reference, @QueryParam("before") String before) {
        Page page = pages.page();
        String plain = CaseReference.of(reference);
        HistoryPlace place = HistoryPlace.parse(before);
        ReadHistory.Page read = history.read(plain, staff.actor(), place, LINES);
        HistoryWords words = new HistoryWords(page, new SourceNames(connectors, page), inventory);
        return pages.html(Templates.history(
                page,
                plain,
                read.entries().stream().map(words::line).toList(),
                !place.equals(HistoryPlace.NEWEST),
                read.next().map(HistoryPlace::text).orElse("")));
    }
}
