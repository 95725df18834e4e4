package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import si.vpogled.bundle.PreviewReport;
import si.vpogled.bundle.report.ReportPage;
import si.vpogled.fulfilment.PreviewAnswer;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;

/** The report as it would be released now, page by page as the bundle has it, below a way back; nothing in it runs. */
@Path("/console/cases/{reference}/preview/{path: .+}")
@RolesAllowed({"clerk", "approver", "auditor"})
@RunOnVirtualThread
public class PreviewPages {
    private final PreviewAnswer preview;
    private final PreviewReport report;
    private final Pages pages;
    private final StaffActor staff;

    PreviewPages(PreviewAnswer preview, PreviewReport report, Pages pages, StaffActor staff) {
        this.preview = preview;
        this.report = report;
        this.pages = pages;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance aroundPreview(Page page, String reference);
    }

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, "text/javascript"})
    public Response page(@PathParam("reference") String reference, @PathParam("path") String path) {
        Page page = pages.page();
        String known = CaseReference.of(reference);
        ReportPage shown = preview.page(
                        known,
                        staff.actor(),
                        path,
                        page.messages(FoundMessages.class).reasonOfRelease())
                .orElseThrow(() -> new CaseException(CaseException.Problem.UNKNOWN_PART, "page"))
                .under(Templates.aroundPreview(page, known)
                        .setLocale(page.language().locale())
                        .render());
        return Response.ok(shown.content(), shown.mediaType() + ";charset=UTF-8")
                .header("Content-Security-Policy", report.policy())
                .build();
    }
}
