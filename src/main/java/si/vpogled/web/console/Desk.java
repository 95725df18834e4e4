package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import si.vpogled.collection.Connectors;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Actor;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.Typing;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.Refusals;
import si.vpogled.web.security.StaffActor;

/** Shows a case, and what came of a form: the case again, or the form with what is wrong. */
@RequestScoped
class Desk {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final ReadDesk desk;
    private final Refusals refusals;
    private final StaffActor staff;
    private final Connectors connectors;
    private final Inventory inventory;

    Desk(Pages pages, ReadDesk desk, Refusals refusals, StaffActor staff, Connectors connectors, Inventory inventory) {
        this.pages = pages;
        this.desk = desk;
        this.refusals = refusals;
        this.staff = staff;
        this.connectors = connectors;
        this.inventory = inventory;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance desk(Page page, DeskView view, Errors errors);

        static native TemplateInstance runs(Page page, List<RunLine> runs, String reference, boolean retry);
    }

    /** A use case on one case. */
    interface Deed {
        void on(String reference, Actor actor);
    }

    Response show(String reference) {
        return show(OK, CaseReference.of(reference), Errors.NONE, Map.of());
    }

    /** Does it, unless the form is wrong; a refusal is told on the page. What came of it stands at the page's beginning. */
    Response act(String reference, Typed form, Deed deed) {
        return act(reference, form, "", deed);
    }

    /**
     * @param place the part of the page that shows what came of it, where its reader goes on
     */
    Response act(String reference, Typed form, String place, Deed deed) {
        String plain = CaseReference.of(reference);
        if (form.errors().any()) {
            return show(UNPROCESSABLE, plain, form.errors(), form.entered());
        }
        try {
            deed.on(plain, staff.actor());
            return back(plain, place);
        } catch (CaseException refused) {
            ProblemPage.Told told = told(refused);
            return show(told.status(), plain, error(told, refused, form), kept(form, refused));
        }
    }

    /** Gives a case to somebody. */
    interface Giving {
        AssignRequests.Outcome of(String reference, Actor actor);
    }

    /** Says whose it is instead, where it could not be given. */
    Response assigned(String reference, Giving giving) {
        String plain = CaseReference.of(reference);
        AssignRequests.Outcome outcome = giving.of(plain, staff.actor());
        return switch (outcome.result()) {
            case ASSIGNED, UNCHANGED -> back(plain, "");
            case TAKEN, CLOSED, FAILED ->
                show(CONFLICT, plain, Errors.of(QueueView.Done.why(outcome, pages.page())), Map.of());
            case UNKNOWN -> throw new CaseException(CaseException.Problem.NOT_FOUND, "case");
        };
    }

    Typed typed(MultivaluedMap<String, String> sent) {
        return new Typed(
                sent.entrySet().stream()
                        .filter(entry -> entry.getValue().getFirst() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Typing.of(entry.getValue().getFirst()))),
                pages.page());
    }

    /** Puts what was found into words for who asks. */
    TellFound tell(Page page) {
        return new TellFound(page, staff.actor(), new CollectionWords(connectors, inventory, page));
    }

    /** What is to be said on a page of a refusal; of a case that is not there, there is no page. */
    ProblemPage.Told told(CaseException refused) {
        if (refused.problem() == CaseException.Problem.NOT_FOUND) {
            throw refused;
        }
        return refusals.of(refused, pages.page().language());
    }

    /** A refusal as an error of a form as a whole. */
    static Errors error(ProblemPage.Told told) {
        return Errors.of(told.title() + ". " + told.detail());
    }

    /** All of it; what is another one by now needs a key of its own to be stored as well. */
    private static Map<String, String> kept(Typed form, CaseException refused) {
        return refused.problem() == CaseException.Problem.IDEMPOTENCY_MISMATCH ? form.anew() : form.entered();
    }

    /** To the place on the case's page where one goes on. */
    private static Errors error(ProblemPage.Told told, CaseException refused, Typed form) {
        return switch (refused.problem()) {
            case ANSWER_CHANGED ->
                new Errors(List.of(new FieldError("release-preview", told.title() + ". " + told.detail())));
            case IDEMPOTENCY_MISMATCH -> Errors.of(form.messages().sentOtherwise());
            default -> error(told);
        };
    }

    Response runs(String reference) {
        Page page = pages.page();
        String plain = CaseReference.of(reference);
        ReadDesk.Progress progress = desk.progress(plain, staff.actor(), page);
        return Response.fromResponse(pages.html(Templates.runs(page, progress.runs(), plain, false)))
                .header(Pages.STATE, progress.state())
                .build();
    }

    static Response back(String reference, String place) {
        return Response.seeOther(UriBuilder.fromUri(place(reference))
                        .fragment(place.isEmpty() ? null : place)
                        .build())
                .build();
    }

    private static URI place(String reference) {
        return UriBuilder.fromPath("/console/cases/{reference}").build(reference);
    }

    private Response show(int status, String reference, Errors errors, Map<String, String> entered) {
        Page page = pages.page().at(place(reference));
        return pages.html(status, Templates.desk(page, desk.read(reference, staff.actor(), page, entered), errors));
    }
}
