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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.erasure.ApprovePlan;
import si.vpogled.erasure.ChangeVerdict;
import si.vpogled.erasure.ProposePlan;
import si.vpogled.erasure.SendPlanBack;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.NamedItem;
import si.vpogled.web.security.StaffActor;

/** What staff decide about the plan of an erasure (GDPR Art. 17). */
@Path("/api/v1/staff/requests/{reference}/plan")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class ErasurePlanResource {
    private final ChangeVerdict change;
    private final ProposePlan propose;
    private final SendPlanBack sendBack;
    private final ApprovePlan approve;
    private final Inventory inventory;
    private final StaffActor staff;

    ErasurePlanResource(
            ChangeVerdict change,
            ProposePlan propose,
            SendPlanBack sendBack,
            ApprovePlan approve,
            Inventory inventory,
            StaffActor staff) {
        this.change = change;
        this.propose = propose;
        this.sendBack = sendBack;
        this.approve = approve;
        this.inventory = inventory;
        this.staff = staff;
    }

    @Schema(name = "PlanApproval", description = "What came of an approval.")
    record Approved(
            @Schema(
                    enumeration = {"approved", "planned-anew"},
                    description = "planned-anew: by now the law gives other verdicts than when the plan was made; there"
                            + " is a new one, to be proposed again.")
            String outcome) {}

    @PUT
    @Path("lines/{line}/items/{item}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a verdict of a plan",
            description =
                    "Within what the law lets people change, with a reason. A plan that was put before an approver"
                            + " is proposed and approved anew.")
    public void changeVerdict(
            @PathParam("reference") String reference,
            @PathParam("line") String line,
            @PathParam("item") String item,
            @NotNull @Valid ErasureBodies.VerdictBody body) {
        Item named = NamedItem.of(inventory, item);
        change.change(
                CaseReference.of(reference),
                staff.actor(),
                new ChangeVerdict.Wish(body.hash(), line, named.id(), body.wanted(named.erasureRule()), body.reason()));
    }

    @POST
    @Path("proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put a plan before an approver",
            description = "Not before every source has said what it holds.")
    public void proposePlan(@PathParam("reference") String reference, @NotNull @Valid ErasureBodies.SeenBody body) {
        propose.propose(CaseReference.of(reference), staff.actor(), body.hash());
    }

    @POST
    @Path("return")
    @RolesAllowed("approver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a plan back", description = "It is not approved as it is; why is kept as a note.")
    public void sendPlanBack(
            @PathParam("reference") String reference, @NotNull @Valid ErasureBodies.SentBackBody body) {
        sendBack.sendBack(CaseReference.of(reference), staff.actor(), body.hash(), body.reason(), UUID.randomUUID());
    }

    @POST
    @Path("approval")
    @RolesAllowed("approver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Approve a plan",
            description =
                    "Begins the erasure, of what the plan with this hash says and of nothing else. Nobody approves"
                            + " a plan that they proposed or changed, or of a case that is assigned to them.")
    public Approved approvePlan(@PathParam("reference") String reference, @NotNull @Valid ErasureBodies.SeenBody body) {
        return new Approved(
                switch (approve.approve(CaseReference.of(reference), staff.actor(), body.hash())) {
                    case APPROVED -> "approved";
                    case PLANNED_ANEW -> "planned-anew";
                });
    }
}
