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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import si.vpogled.request.Actor;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.page.Errors;
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
    private final ShowCase show;
    private final WithdrawRequest withdraw;

    CasePages(Pages pages, SignedInSubject subject, ShowCase show, WithdrawRequest withdraw) {
        this.pages = pages;
        this.subject = subject;
        this.show = show;
        this.withdraw = withdraw;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance withdraw(Page page, String reference);
    }

    @GET
    public Response get() {
        return show.show(Response.Status.OK.getStatusCode(), MessageForm.blank(), Errors.NONE);
    }

    /** The part that changes by itself, for the script; another state asks for the whole page anew. */
    @GET
    @Path("/progress")
    public Response progress() {
        return show.progress();
    }

    @GET
    @Path("/withdraw")
    public Response askToWithdraw() {
        CaseView view = show.view();
        return view.withdrawable() ? pages.html(Templates.withdraw(pages.page(), view.reference())) : back();
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@FormParam("reference") String reference) {
        if (show.isOfAnother(reference)) {
            return show.ofAnother(MessageForm.blank(), DestinationForm.blank());
        }
        if (show.view().withdrawable()) {
            withdraw.withdraw(subject.request(), Actor.subject());
        }
        return back();
    }

    private static Response back() {
        return Response.seeOther(ShowCase.PLACE).build();
    }
}
