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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import si.vpogled.erasure.ChangeVerdict;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.NamedItem;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;

/** What becomes of one item of a plan's group, and what people may make of that. */
@Path("/console/cases/{reference}/plan/lines/{line}/items/{item}")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlanItemPages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Desk desk;
    private final ShowPlan plans;
    private final ChangeVerdict change;
    private final Inventory inventory;

    PlanItemPages(Pages pages, Desk desk, ShowPlan plans, ChangeVerdict change, Inventory inventory) {
        this.pages = pages;
        this.desk = desk;
        this.plans = plans;
        this.change = change;
        this.inventory = inventory;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance planItem(
                Page page,
                PlanView view,
                PlanView.Line line,
                PlanView.Item item,
                Errors errors,
                Map<String, String> entered);
    }

    @GET
    public Response look(
            @PathParam("reference") String reference, @PathParam("line") String line, @PathParam("item") String item) {
        return page(
                OK, CaseReference.of(reference), new Place(line, NamedItem.of(inventory, item)), Errors.NONE, Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("reference") String reference,
            @PathParam("line") String line,
            @PathParam("item") String item,
            MultivaluedMap<String, String> sent) {
        String plain = CaseReference.of(reference);
        Place place = new Place(line, NamedItem.of(inventory, item));
        Typed form = desk.typed(sent);
        WantedVerdict wanted = WantedVerdict.of(form, place.item(), pages.page().messages(PlanMessages.class));
        if (form.errors().any()) {
            return page(UNPROCESSABLE, plain, place, form.errors(), form.entered());
        }
        try {
            change.change(
                    plain,
                    plans.actor(),
                    new ChangeVerdict.Wish(
                            form.entered().getOrDefault("hash", ""),
                            line,
                            place.item().id(),
                            wanted.verdict().orElseThrow(),
                            wanted.reason()));
        } catch (CaseException refused) {
            ProblemPage.Told told = desk.told(refused);
            return page(told.status(), plain, place, Desk.error(told), form.entered());
        }
        return PlanPages.back(plain);
    }

    private record Place(String line, Item item) {}

    private Response page(int status, String reference, Place place, Errors errors, Map<String, String> entered) {
        Page page = pages.page()
                .at(UriBuilder.fromPath("/console/cases/{reference}/plan/lines/{line}/items/{item}")
                        .build(reference, place.line(), place.item().id()));
        PlanView view = plans.show(reference, page);
        PlanView.Line line = view.lines().stream()
                .filter(one -> one.key().equals(place.line()))
                .findFirst()
                .orElseThrow(PlanItemPages::unknown);
        PlanView.Item item = line.items().stream()
                .filter(one -> one.id().equals(place.item().id().toString()))
                .findFirst()
                .orElseThrow(PlanItemPages::unknown);
        return pages.html(status, Templates.planItem(page, view, line, item, errors, entered));
    }

    private static CaseException unknown() {
        return new CaseException(CaseException.Problem.UNKNOWN_GROUP, "");
    }
}
