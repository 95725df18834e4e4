package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import si.vpogled.fulfilment.AnswerVersion;
import si.vpogled.fulfilment.ReleaseRequest;
import si.vpogled.fulfilment.ReopenCase;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.EndPartialAnswer;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.WithdrawRequest;

/** What staff decide on a case as a whole. */
@Path("/console/cases/{reference}")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class DecisionPages {
    private final Desk desk;
    private final AcceptRequest accept;
    private final RefuseRequest refuse;
    private final ExtendTimeLimit extend;
    private final WithdrawRequest withdraw;
    private final ReleaseRequest release;
    private final EndPartialAnswer end;
    private final ReopenCase reopen;
    private final ReadCase cases;

    DecisionPages(
            Desk desk,
            AcceptRequest accept,
            RefuseRequest refuse,
            ExtendTimeLimit extend,
            WithdrawRequest withdraw,
            ReleaseRequest release,
            EndPartialAnswer end,
            ReopenCase reopen,
            ReadCase cases) {
        this.desk = desk;
        this.accept = accept;
        this.refuse = refuse;
        this.extend = extend;
        this.withdraw = withdraw;
        this.release = release;
        this.end = end;
        this.reopen = reopen;
        this.cases = cases;
    }

    @POST
    @Path("/accept")
    public Response accept(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        return desk.act(reference, desk.typed(sent), accept::accept);
    }

    @POST
    @Path("/refuse")
    public Response refuse(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        Optional<RefusalGround> ground = form.choice(
                "refuse-ground",
                RefusalGround.of(RefusalGround.Scope.REQUEST),
                RefusalGround::key,
                form.messages().needRefusalGround());
        String reason = form.text("refuse-reason", form.messages().needRefusalReason());
        return desk.act(reference, form, (known, actor) -> refuse.refuse(known, actor, ground.orElseThrow(), reason));
    }

    @POST
    @Path("/extend")
    public Response extend(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        String reason = form.text("extend-reason", form.messages().needExtensionReason());
        return desk.act(reference, form, (known, actor) -> extend.extend(known, actor, reason));
    }

    @POST
    @Path("/withdraw")
    public Response withdraw(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        return desk.act(
                reference,
                desk.typed(sent),
                (known, actor) -> withdraw.withdraw(cases.idForStaff(known, actor), actor));
    }

    @POST
    @Path("/reopen")
    public Response reopen(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        return desk.act(reference, desk.typed(sent), reopen::reopen);
    }

    /** Without a reason where every source has answered; a form that has the field wants it filled. Only what its page showed. */
    @POST
    @Path("/release")
    public Response release(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        Optional<String> reason = form.entered().containsKey("release-reason")
                ? Optional.of(form.text("release-reason", form.messages().needReleaseReason()))
                : Optional.empty();
        AnswerVersion seen = new AnswerVersion(form.entered().getOrDefault("version", ""));
        return desk.act(reference, form, (known, actor) -> release.release(known, actor, reason, Optional.of(seen)));
    }

    @POST
    @Path("/end")
    @RolesAllowed("approver")
    public Response end(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        String reason = form.text("end-reason", form.messages().needEndReason());
        return desk.act(reference, form, (known, actor) -> end.end(known, actor, reason));
    }
}
