package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import si.vpogled.request.Right;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;

/** The answers once more before they are sent, and what comes after. */
@Path("/request")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CheckPages {
    private static final String REFERENCE = "VP(-[0-9A-HJKMNP-TV-Z]{4}){3}";

    private final Pages pages;
    private final FormChecks checks;
    private final KeptAnswers kept;
    private final FormCookie cookie;
    private final SendForm send;
    private final AfterSending after;

    CheckPages(Pages pages, FormChecks checks, KeptAnswers kept, FormCookie cookie, SendForm send, AfterSending after) {
        this.pages = pages;
        this.checks = checks;
        this.kept = kept;
        this.cookie = cookie;
        this.send = send;
        this.after = after;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance check(Page page, CheckView view);

        static native TemplateInstance sent(Page page, String reference, String time);
    }

    /**
     * @param changed whether the answers were others when they were to be sent
     */
    @GET
    @Path("/check")
    public Response look(@QueryParam("changed") String changed) {
        Page page = pages.page();
        Errors told = changed == null
                ? Errors.NONE
                : Errors.of(page.messages(FormMessages.class).changedMeanwhile());
        return kept.find()
                .map(draft -> checks.missing(draft, page)
                        .map(missing -> RequestPages.redirect(missing.address()))
                        .orElseGet(() -> show(page, draft, told)))
                .orElseGet(() -> RequestPages.ended(pages, checks));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@FormParam("key") String key, @FormParam("digest") String digest) {
        Page page = pages.page();
        SendForm.Outcome outcome = send.send(
                cookie.token(),
                Optional.ofNullable(key).orElse(""),
                Optional.ofNullable(digest).orElse(""),
                page);
        return switch (outcome) {
            case SendForm.Sent done -> after.of(done.reference());
            case SendForm.Missing missing ->
                RequestPages.redirect(missing.step().address());
            case SendForm.Changed _ -> RequestPages.redirect(Step.CHECK + "?changed=yes");
            case SendForm.Ended _ -> RequestPages.ended(pages, checks);
        };
    }

    private Response show(Page page, FormDraft draft, Errors errors) {
        RequestForm form = draft.form();
        CheckView view = new CheckView(
                form,
                Right.of(form.right()),
                checks.services().stream()
                        .filter(service -> form.wants(service.id()))
                        .toList(),
                draft.key(),
                DraftFormat.digest(form),
                errors);
        return pages.html(Templates.check(page, view));
    }

    @GET
    @Path("/sent")
    public Response sent(@QueryParam("reference") String reference) {
        if (reference == null || !reference.matches(REFERENCE)) {
            return RequestPages.redirect("/request");
        }
        Page page = pages.page();
        return pages.html(Templates.sent(page, reference, after.toConfirm(page)));
    }
}
