package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.RetryConnector;
import si.vpogled.request.AddNote;
import si.vpogled.request.AssignRequest;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.subject.ProofMethod;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemKind;
import si.vpogled.web.security.StaffActor;
import si.vpogled.web.security.StaffNames;

/** What staff do on a request. */
@Path("/api/v1/staff/requests/{reference}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class StaffCaseworkResource {
    private final AddNote notes;
    private final AssignRequest assign;
    private final RecordIdentityCheck identity;
    private final RetryConnector retry;
    private final StaffNames colleagues;
    private final StaffActor staff;

    StaffCaseworkResource(
            AddNote notes,
            AssignRequest assign,
            RecordIdentityCheck identity,
            RetryConnector retry,
            StaffNames colleagues,
            StaffActor staff) {
        this.notes = notes;
        this.assign = assign;
        this.identity = identity;
        this.retry = retry;
        this.colleagues = colleagues;
        this.staff = staff;
    }

    @POST
    @Path("notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a note", description = "Only staff see it, until the case is closed.")
    public void addNote(@PathParam("reference") String reference, @NotNull @Valid StaffBodies.NoteBody body) {
        notes.add(CaseReference.of(reference), staff.actor(), body.text(), UUID.randomUUID());
    }

    @PUT
    @Path("assignee")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Assign a request",
            description = "Gives it to a member of staff, or takes it back, whosever it is now.")
    public void assignRequest(@PathParam("reference") String reference, @NotNull @Valid StaffBodies.AssigneeBody body) {
        Optional<String> assignee = Optional.ofNullable(body.assignee());
        assignee.filter(name -> !colleagues.work(name)).ifPresent(_ -> {
            throw ProblemException.of(ProblemKind.UNKNOWN_COLLEAGUE, "");
        });
        assign.assign(CaseReference.of(reference), staff.actor(), assignee);
    }

    @POST
    @Path("identity-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record an identity check",
            description =
                    "A second proof, independent of the mailed link: by call-back, in person or by a qualified signature.")
    public void recordIdentityCheck(
            @PathParam("reference") String reference, @NotNull @Valid StaffBodies.IdentityCheckBody body) {
        identity.record(
                CaseReference.of(reference),
                staff.actor(),
                new RecordIdentityCheck.Check(ProofMethod.of(body.method()), body.proved(), body.note()),
                UUID.randomUUID());
    }

    @POST
    @Path("runs/{connector}/retry")
    @Operation(
            summary = "Ask a source again",
            description = "And those that build on what it yields; the others keep what they found.")
    public void retryConnector(@PathParam("reference") String reference, @PathParam("connector") String connector) {
        retry.retry(CaseReference.of(reference), staff.actor(), ConnectorName.of(connector), Optional.empty());
    }
}
