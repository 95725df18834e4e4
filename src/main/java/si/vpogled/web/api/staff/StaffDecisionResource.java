package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.ReleaseRequest;
import si.vpogled.fulfilment.ReopenCase;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.EndPartialAnswer;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.security.StaffActor;

/** What staff decide about a request as a whole. */
@Path("/api/v1/staff/requests/{reference}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class StaffDecisionResource {
    private final AcceptRequest accept;
    private final RefuseRequest refuse;
    private final WithdrawRequest withdraw;
    private final ExtendTimeLimit extend;
    private final ReleaseRequest release;
    private final EndPartialAnswer end;
    private final ReopenCase reopen;
    private final StaffActor staff;

    StaffDecisionResource(
            AcceptRequest accept,
            RefuseRequest refuse,
            WithdrawRequest withdraw,
            ExtendTimeLimit extend,
            ReleaseRequest release,
            EndPartialAnswer end,
            ReopenCase reopen,
            StaffActor staff) {
        this.accept = accept;
        this.refuse = refuse;
        this.withdraw = withdraw;
        this.extend = extend;
        this.release = release;
        this.end = end;
        this.reopen = reopen;
        this.staff = staff;
    }

    @POST
    @Path("acceptance")
    @Operation(
            summary = "Accept a request",
            description = "Starts the collection. Hosted content in scope takes two independent proofs of identity.")
    public void acceptRequest(@PathParam("reference") String reference) {
        accept.accept(CaseReference.of(reference), staff.actor());
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Refuse a request",
            description =
                    "Ends it with a ground and reasons; the letter names the remedies (GDPR Art. 12(4), ZVOP-2 Art. 14(2)).")
    public void refuseRequest(@PathParam("reference") String reference, @NotNull @Valid StaffBodies.RefusalBody body) {
        refuse.refuse(CaseReference.of(reference), staff.actor(), RefusalGround.of(body.ground()), body.reason());
    }

    @POST
    @Path("reopening")
    @Operation(
            summary = "Reopen a refused request",
            description =
                    "Where it was refused for want of proof of identity and more has arrived (GDPR Art. 11(2), 12(2)),"
                            + " within the period that is set for it; the time limit counts anew.")
    public void reopenRequest(@PathParam("reference") String reference) {
        reopen.reopen(CaseReference.of(reference), staff.actor());
    }

    @POST
    @Path("withdrawal")
    @Operation(
            summary = "Withdraw a request for the subject",
            description = "At the subject's word; ends it without an answer.")
    public void withdrawForSubject(@PathParam("reference") String reference) {
        withdraw.withdraw(CaseReference.of(reference), staff.actor());
    }

    @POST
    @Path("extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Extend the time limit",
            description = "By two further months, once, within the first month (GDPR Art. 12(3)); the subject is told.")
    public void extendTimeLimit(@PathParam("reference") String reference, @NotNull @Valid StaffBodies.ReasonBody body) {
        extend.extend(CaseReference.of(reference), staff.actor(), body.reason());
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release the answer",
            description =
                    "Has the bundle assembled. Where sources have no answer it takes a reason, and a supplement follows."
                            + " With the version of what was looked at, nothing goes out that nobody has seen.")
    public void releaseRequest(@PathParam("reference") String reference, @Valid StaffBodies.ReleaseBody body) {
        release.release(
                CaseReference.of(reference),
                staff.actor(),
                Optional.ofNullable(body).flatMap(StaffBodies.ReleaseBody::given),
                Optional.ofNullable(body).flatMap(StaffBodies.ReleaseBody::seen));
    }

    @POST
    @Path("end")
    @RolesAllowed("approver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End a request that was answered in part",
            description = "Where what is missing will never come; the letter says why and names the remedies"
                    + " (GDPR Art. 12(4)). What was given can be downloaded for its whole period.")
    public void endPartialAnswer(
            @PathParam("reference") String reference, @NotNull @Valid StaffBodies.ReasonBody body) {
        end.end(CaseReference.of(reference), staff.actor(), body.reason());
    }
}
