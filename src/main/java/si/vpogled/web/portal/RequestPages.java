package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.net.URI;
import java.util.Optional;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;

/**
 * The form, a question a page. Each answer is kept as soon as it is given, also by the page's own way back and its
 * switch of languages, which are buttons of the form for that.
 */
@Path("/request")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RequestPages {
    private static final String STEP = "/{step: " + Step.KEYS + "}";

    private final Pages pages;
    private final FormChecks checks;
    private final KeptAnswers kept;
    private final FormCookie cookie;

    RequestPages(Pages pages, FormChecks checks, KeptAnswers kept, FormCookie cookie) {
        this.pages = pages;
        this.checks = checks;
        this.kept = kept;
        this.cookie = cookie;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance request(Page page, StepView view);

        static native TemplateInstance formEnded(Page page, String kept);
    }

    /** To where the form stands; what is over is begun anew. */
    @GET
    public Response begin() {
        return kept.find()
                .map(draft -> redirect(
                        checks.missing(draft, pages.page()).map(Step::address).orElse(Step.CHECK)))
                .orElseGet(() -> Response.fromResponse(redirect(Step.RIGHT.address()))
                        .cookie(cookie.expired())
                        .build());
    }

    @GET
    @Path(STEP)
    public Response look(
            @PathParam("step") String key, @QueryParam("change") String change, @QueryParam("wrong") String wrong) {
        Step step = Step.of(key);
        Page page = pages.page();
        Optional<FormDraft> draft = kept.find();
        if (draft.isEmpty()) {
            return ended(pages, checks);
        }
        Optional<Step> missing = checks.missing(draft.get(), page);
        return step.isAfter(missing)
                ? redirect(missing.get().address())
                : pages.html(Templates.request(
                        page, view(step, draft.get().form(), errors(draft.get(), step, page, wrong), change != null)));
    }

    /**
     * {@code go} is where the pressed button leads: {@code next}, {@code back}, or {@code stay} in another language; the
     * script says {@code keep} where a page is left by no button.
     */
    @POST
    @Path(STEP)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("step") String key, MultivaluedMap<String, String> sent) {
        Step step = Step.of(key);
        Page page = pages.page();
        Optional<FormDraft> draft = kept.find();
        if (draft.isEmpty()) {
            return ended(pages, checks);
        }
        RequestForm form = draft.get().form().answered(step, sent);
        StepView view = view(step, form, checks.errors(form, step, page), sent.containsKey("change"));
        boolean right = !view.errors().any();
        return kept.keep(now -> now.answered(step, now.form().answered(step, sent), right))
                .map(known -> Response.fromResponse(onward(sent.getFirst("go"), page, view))
                        .cookie(known)
                        .build())
                .orElseGet(() -> ended(pages, checks));
    }

    private Response onward(String go, Page page, StepView view) {
        String next = view.change() ? Step.CHECK : view.step().next();
        return switch (go) {
            case "keep" -> Response.noContent().build();
            case "back" -> redirect(view.change() ? Step.CHECK : view.step().before());
            case "stay" ->
                redirect(view.step().address() + "?lang=" + page.lang() + (view.change() ? "&change=yes" : ""));
            case null, default -> redirect(view.errors().any() ? wrong(view) : next);
        };
    }

    /** A page of its own, to which a browser goes back without sending anything again. */
    private static String wrong(StepView view) {
        return view.step().address() + "?wrong=yes" + (view.change() ? "&change=yes" : "");
    }

    /** What is wrong is told to whoever gave the answer, and not to those who only come by. */
    private Errors errors(FormDraft draft, Step step, Page page, String wrong) {
        return wrong == null ? Errors.NONE : checks.errors(draft.form(), step, page);
    }

    private StepView view(Step step, RequestForm form, Errors errors, boolean change) {
        return new StepView(step, form, errors, checks.rights(), checks.services(), change);
    }

    /** The answers are gone: says so, and how to begin anew. */
    static Response ended(Pages pages, FormChecks checks) {
        return pages.html(
                Response.Status.GONE.getStatusCode(), Templates.formEnded(pages.page(), checks.kept(pages.page())));
    }

    static Response redirect(String place) {
        return Response.seeOther(URI.create(place)).build();
    }
}
