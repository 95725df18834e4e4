package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.WithholdPart;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.security.StaffActor;

/** Entries, records and fields left out of an answer for the rights of others (GDPR Art. 15(4)). */
@Path("/api/v1/staff/requests/{reference}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class WithheldPartResource {
    private final WithholdPart withhold;
    private final StaffActor staff;

    WithheldPartResource(WithholdPart withhold, StaffActor staff) {
        this.withhold = withhold;
        this.staff = staff;
    }

    @Schema(name = "WithheldPartId", description = "By which a part can be put back.")
    record Decided(
            @Schema(examples = "0a4f2f0e-5a0c-4d67-9c0e-3d1f8a1b2c3d")
            UUID id) {}

    @POST
    @Path("withheld-parts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withhold an entry, a record or a field",
            description = "Leaves it out for the rights of others (GDPR Art. 15(4)); the answer names place, ground and"
                    + " reason. A second decision on the same part replaces the first. Where the source is asked again"
                    + " and the part is not found there beyond doubt, it is to be decided anew, and release waits.")
    public Decided withholdPart(@PathParam("reference") String reference, @NotNull @Valid StaffBodies.PartBody body) {
        return new Decided(withhold.withhold(
                CaseReference.of(reference),
                staff.actor(),
                body.place(),
                RefusalGround.of(body.ground()),
                body.reason()));
    }

    @DELETE
    @Path("withheld-parts/{id}")
    @Operation(summary = "Put a part back", description = "Delivers it after all.")
    public void restorePart(@PathParam("reference") String reference, @PathParam("id") String id) {
        withhold.restore(CaseReference.of(reference), staff.actor(), named(id));
    }

    private static UUID named(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new CaseException(CaseException.Problem.UNKNOWN_PART, "part");
        }
    }
}
