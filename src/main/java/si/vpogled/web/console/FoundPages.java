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
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.content.FoundRecords;
import si.vpogled.fulfilment.ViewFound;
import si.vpogled.fulfilment.WithholdPart;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.NamedItem;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.security.StaffActor;

/** Collections, records and files as they were found, and leaving parts of them out of the answer. */
@Path("/console/cases/{reference}")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FoundPages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int TEXT_BYTES = 1 << 16;
    private static final int PICTURE_BYTES = 5 << 20;
    private static final String ENTRY = "/items/{item}/entries/{number: [0-9]{1,9}}";

    private final Pages pages;
    private final Desk desk;
    private final ViewFound found;
    private final WithholdPart withhold;
    private final Inventory inventory;
    private final StaffActor staff;

    FoundPages(Pages pages, Desk desk, ViewFound found, WithholdPart withhold, Inventory inventory, StaffActor staff) {
        this.pages = pages;
        this.desk = desk;
        this.found = found;
        this.withhold = withhold;
        this.inventory = inventory;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance entry(Page page, FoundView.EntryView view);

        static native TemplateInstance record(Page page, FoundView.RecordView view);
    }

    /** Which entry of which item of which case. */
    private record Place(String reference, Item item, int number) {}

    @GET
    @Path(ENTRY)
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response entry(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            @PathParam("number") int number,
            @QueryParam("after") String after) {
        return entry(OK, place(reference, item, number), Typed.count(after), TellFound.Sent.NOTHING);
    }

    @GET
    @Path(ENTRY + "/records/{record: [1-9][0-9]{0,8}}")
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response record(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            @PathParam("number") int number,
            @PathParam("record") long record) {
        return record(OK, place(reference, item, number), record, TellFound.Sent.NOTHING);
    }

    /** The picture that a file is: of kinds that are nothing else. */
    @GET
    @Path(ENTRY + "/picture")
    @RolesAllowed({"clerk", "approver", "auditor"})
    @Produces({"image/png", "image/jpeg", "image/gif"})
    public Response picture(
            @PathParam("reference") String reference, @PathParam("item") String item, @PathParam("number") int number) {
        ViewFound.EntryLook look = look(place(reference, item, number), 0, PICTURE_BYTES);
        String type = FilePreview.of(look.beginning()).picture();
        if (type.isEmpty() || look.entry().entry().size() > PICTURE_BYTES) {
            throw new CaseException(CaseException.Problem.UNKNOWN_PART, "picture");
        }
        return Response.ok(look.beginning(), type).build();
    }

    @POST
    @Path(ENTRY + "/withhold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withhold(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            @PathParam("number") int number,
            MultivaluedMap<String, String> sent) {
        Place place = place(reference, item, number);
        Typed form = desk.typed(sent);
        String what = form.required(
                "withhold-what", pages.page().messages(FoundMessages.class).needWhat());
        WhyWithheld why = WhyWithheld.of(form);
        long record = Typed.count(form.entered().get("record"));
        if (form.errors().any()) {
            return back(UNPROCESSABLE, place, record, new TellFound.Sent(what, why.reason(), form.errors()));
        }
        try {
            withhold.withhold(
                    place.reference(),
                    staff.actor(),
                    wanted(form, what, record),
                    why.ground().orElseThrow(),
                    why.reason());
        } catch (CaseException refused) {
            ProblemPage.Told told = desk.told(refused);
            return back(told.status(), place, record, new TellFound.Sent(what, why.reason(), Desk.error(told)));
        }
        return Response.seeOther(UriBuilder.fromPath("/console/cases/{reference}/items/{item}/entries/{number}")
                        .build(place.reference(), place.item().id(), number))
                .build();
    }

    /** The page that a form was on, with what was typed. */
    private Response back(int status, Place place, long record, TellFound.Sent sent) {
        return record == 0 ? entry(status, place, 0, sent) : record(status, place, record, sent);
    }

    private static WithholdPart.Place wanted(Typed form, String what, long record) {
        String field = what.startsWith("field:") ? what.substring("field:".length()) : "";
        return new WithholdPart.Place(
                form.entered().getOrDefault("entry", ""),
                Optional.of(record).filter(number -> number > 0),
                Optional.of(field).filter(name -> !name.isEmpty()),
                Optional.ofNullable(form.entered().get("print")).filter(print -> !print.isEmpty()));
    }

    @POST
    @Path("/parts/{part}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(
            @PathParam("reference") String reference,
            @PathParam("part") UUID part,
            MultivaluedMap<String, String> sent) {
        return desk.act(reference, desk.typed(sent), "found", (known, actor) -> withhold.restore(known, actor, part));
    }

    private Response entry(int status, Place place, long after, TellFound.Sent sent) {
        Page page = page(place, "");
        ViewFound.EntryLook look = found.entry(
                place.reference(),
                staff.actor(),
                place.item(),
                place.number(),
                new ViewFound.Records(after, TellFound.RECORDS),
                TEXT_BYTES);
        return pages.html(
                status, Templates.entry(page, desk.tell(page).entry(look, place.item(), after, TEXT_BYTES, sent)));
    }

    private Response record(int status, Place place, long record, TellFound.Sent sent) {
        Page page = page(place, "/records/" + record);
        ViewFound.EntryLook look = look(place, record - 1, 0);
        FoundRecords.FoundRecord seen = look.records().stream()
                .flatMap(records -> records.records().stream())
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.UNKNOWN_PART, "record"));
        return pages.html(status, Templates.record(page, desk.tell(page).record(look, place.item(), seen, sent)));
    }

    private ViewFound.EntryLook look(Place place, long after, int most) {
        return found.entry(
                place.reference(), staff.actor(), place.item(), place.number(), new ViewFound.Records(after, 1), most);
    }

    /** A form that came back stands at the address of what it is about. */
    private Page page(Place place, String within) {
        Page page = pages.page();
        return page.address().endsWith("/withhold")
                ? page.at(UriBuilder.fromPath("/console/cases/{reference}/items/{item}/entries/{number}" + within)
                        .build(place.reference(), place.item().id(), place.number()))
                : page;
    }

    private Place place(String reference, String item, int number) {
        return new Place(CaseReference.of(reference), NamedItem.of(inventory, item), number);
    }
}
