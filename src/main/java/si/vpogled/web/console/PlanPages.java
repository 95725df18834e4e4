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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.util.Optional;
import si.vpogled.erasure.ApprovePlan;
import si.vpogled.erasure.ProposePlan;
import si.vpogled.erasure.SendPlanBack;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;

/** The plan of an erasure: looked at, proposed, sent back, approved. */
@Path("/console/cases/{reference}/plan")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlanPages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Pages pages;
    private final Desk desk;
    private final ShowPlan plans;
    private final ProposePlan propose;
    private final SendPlanBack sendBack;
    private final ApprovePlan approve;

    PlanPages(Pages pages, Desk desk, ShowPlan plans, ProposePlan propose, SendPlanBack sendBack, ApprovePlan approve) {
        this.pages = pages;
        this.desk = desk;
        this.plans = plans;
        this.propose = propose;
        this.sendBack = sendBack;
        this.approve = approve;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance plan(Page page, PlanView view, Errors errors, String reason);
    }

    @GET
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response look(@PathParam("reference") String reference) {
        return page(OK, CaseReference.of(reference), Errors.NONE, "");
    }

    @GET
    @Path("/certificate/pdf")
    @RolesAllowed({"clerk", "approver", "auditor"})
    @Produces("application/pdf")
    public Response certificate(@PathParam("reference") String reference) throws IOException {
        return Response.ok(plans.certificate(CaseReference.of(reference), pages.page()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + CaseReference.of(reference) + ".pdf\"")
                .build();
    }

    @POST
    @Path("/propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        return act(reference, form, plain -> {
            propose.propose(plain, plans.actor(), seen(form));
            return back(plain);
        });
    }

    @POST
    @Path("/return")
    @RolesAllowed("approver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendBack(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        String reason = form.text("return-reason", form.messages().needReason());
        return act(reference, form, plain -> {
            sendBack.sendBack(plain, plans.actor(), seen(form), reason, form.key());
            return back(plain);
        });
    }

    @POST
    @Path("/approve")
    @RolesAllowed("approver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        return act(reference, form, plain -> switch (approve.approve(plain, plans.actor(), seen(form))) {
            case APPROVED -> back(plain);
            case PLANNED_ANEW ->
                page(
                        CONFLICT,
                        plain,
                        Errors.of(pages.page().messages(PlanMessages.class).plannedAnew()),
                        "");
        });
    }

    @POST
    @Path("/notices")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response notice(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        Optional<String> answer = form.optional("notice-answer");
        return act(reference, form, plain -> {
            plans.told(plain, form.entered().getOrDefault("notice", ""), answer);
            return back(plain);
        });
    }

    private interface Deed {
        Response on(String reference);
    }

    /** Unless the form is wrong; a refusal is told on the page. */
    private Response act(String reference, Typed form, Deed deed) {
        String plain = CaseReference.of(reference);
        String reason = form.entered().getOrDefault("return-reason", "");
        if (form.errors().any()) {
            return page(UNPROCESSABLE, plain, form.errors(), reason);
        }
        try {
            return deed.on(plain);
        } catch (CaseException refused) {
            ProblemPage.Told told = desk.told(refused);
            return page(told.status(), plain, Desk.error(told), reason);
        }
    }

    private static String seen(Typed form) {
        return form.entered().getOrDefault("hash", "");
    }

    static Response back(String reference) {
        return Response.seeOther(
                        UriBuilder.fromPath("/console/cases/{reference}/plan").build(reference))
                .build();
    }

    private Response page(int status, String reference, Errors errors, String reason) {
        Page page = pages.page()
                .at(UriBuilder.fromPath("/console/cases/{reference}/plan").build(reference));
        return pages.html(status, Templates.plan(page, plans.show(reference, page), errors, reason));
    }
}
