package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import si.vpogled.request.Actor;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The subject's own case. */
@Path("/case")
@PermitAll
@ForSubject
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CasePages {
    private final Pages pages;
    private final SignedInSubject subject;
    private final ReadView views;
    private final WithdrawRequest withdraw;

    CasePages(Pages pages, SignedInSubject subject, ReadView views, WithdrawRequest withdraw) {
        this.pages = pages;
        this.subject = subject;
        this.views = views;
        this.withdraw = withdraw;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance ownCase(Page page, CaseView view);

        static native TemplateInstance ownCase$progress(Page page, CaseView view);

        static native TemplateInstance withdraw(Page page, String reference);
    }

    @GET
    public Response get() {
        Page page = pages.page();
        return pages.html(Templates.ownCase(page, view(page)));
    }

    /** The part that changes by itself, for the script; another state asks for the whole page anew. */
    @GET
    @Path("/progress")
    public Response progress() {
        Page page = pages.page();
        CaseView view = view(page);
        return Response.fromResponse(pages.html(Templates.ownCase$progress(page, view)))
                .header(Pages.STATE, view.stateKey())
                .build();
    }

    @GET
    @Path("/withdraw")
    public Response askToWithdraw() {
        Page page = pages.page();
        CaseView view = view(page);
        return view.withdrawable() ? pages.html(Templates.withdraw(page, view.reference())) : back();
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw() {
        if (view(pages.page()).withdrawable()) {
            withdraw.withdraw(subject.request(), Actor.subject());
        }
        return back();
    }

    private CaseView view(Page page) {
        return views.read(subject.request(), page);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/case")).build();
    }
}
