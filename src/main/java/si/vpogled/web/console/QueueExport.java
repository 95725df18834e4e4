package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import si.vpogled.collection.Runs;
import si.vpogled.request.Actor;
import si.vpogled.request.ExportRequests;
import si.vpogled.request.Limits;
import si.vpogled.request.ListRequests;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;

/** The selection of the list as a table for spreadsheets, however long it is. */
@Path("/console/export")
@RolesAllowed({"clerk", "approver", "auditor"})
@RunOnVirtualThread
public class QueueExport {
    private static final String CSV = "text/csv";

    private final Pages pages;
    private final ExportRequests export;
    private final StaffActor staff;
    private final Runs runs;
    private final InstantSource clock;

    QueueExport(Pages pages, ExportRequests export, StaffActor staff, Runs runs, InstantSource clock) {
        this.runs = runs;
        this.pages = pages;
        this.export = export;
        this.staff = staff;
        this.clock = clock;
    }

    @GET
    public Response get(@BeanParam QueueFilter filter) {
        Page page = pages.page();
        Actor actor = staff.actor();
        ListRequests.Filter wanted = filter.filter();
        var today = Limits.day(clock.instant());
        StreamingOutput table = out -> {
            QueueTable rows = new QueueTable(out, page, today, runs);
            export.export(wanted, actor, rows);
            rows.finish();
        };
        String name = page.messages(QueueMessages.class).file() + "-" + today + ".csv";
        return Response.ok(table, CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_LANGUAGE, page.lang())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
