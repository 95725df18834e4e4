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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import si.vpogled.fulfilment.ViewFound;
import si.vpogled.fulfilment.WithholdItem;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.NamedItem;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.security.StaffActor;

/** What was found of an item; leaving it out of the answer for the rights of others, and putting it back. */
@Path("/console/cases/{reference}/items/{item}")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ItemPages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Desk desk;
    private final ViewFound found;
    private final WithholdItem withhold;
    private final Inventory inventory;
    private final StaffActor staff;

    ItemPages(Pages pages, Desk desk, ViewFound found, WithholdItem withhold, Inventory inventory, StaffActor staff) {
        this.pages = pages;
        this.desk = desk;
        this.found = found;
        this.withhold = withhold;
        this.inventory = inventory;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance withhold(Page page, FoundView.ItemView view, Errors errors);
    }

    @GET
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response look(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            @QueryParam("after") String after) {
        return page(
                OK,
                CaseReference.of(reference),
                NamedItem.of(inventory, item),
                (int) Typed.count(after),
                Errors.NONE,
                "");
    }

    @POST
    @Path("/withhold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withhold(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            MultivaluedMap<String, String> sent) {
        Item known = NamedItem.of(inventory, item);
        Typed form = desk.typed(sent);
        WhyWithheld why = WhyWithheld.of(form);
        if (form.errors().any()) {
            return page(UNPROCESSABLE, CaseReference.of(reference), known, 0, form.errors(), why.reason());
        }
        String plain = CaseReference.of(reference);
        try {
            withhold.withhold(plain, staff.actor(), known.id(), why.ground().orElseThrow(), why.reason());
        } catch (CaseException refused) {
            ProblemPage.Told told = desk.told(refused);
            return page(told.status(), plain, known, 0, Desk.error(told), why.reason());
        }
        return Desk.back(plain, "found");
    }

    @POST
    @Path("/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            MultivaluedMap<String, String> sent) {
        Item known = NamedItem.of(inventory, item);
        return desk.act(
                reference, desk.typed(sent), "found", (found, actor) -> withhold.restore(found, actor, known.id()));
    }

    private Response page(int status, String reference, Item item, int after, Errors errors, String reason) {
        Page page = pages.page()
                .at(UriBuilder.fromPath("/console/cases/{reference}/items/{item}")
                        .build(reference, item.id()));
        Actor actor = staff.actor();
        ViewFound.ItemLook look = found.item(reference, actor, item, after, TellFound.ENTRIES);
        String service = page.text(inventory.service(item.id().service()).name());
        return pages.html(
                status, Templates.withhold(page, desk.tell(page).item(look, item, service, after, reason), errors));
    }
}
