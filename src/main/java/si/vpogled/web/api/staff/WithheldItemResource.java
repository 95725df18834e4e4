package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.WithholdItem;
import si.vpogled.law.RefusalGround;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.NamedItem;
import si.vpogled.web.security.StaffActor;

/** Items left out of an answer for the rights of others (GDPR Art. 15(4)). */
@Path("/api/v1/staff/requests/{reference}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class WithheldItemResource {
    private final WithholdItem withhold;
    private final StaffActor staff;

    WithheldItemResource(WithholdItem withhold, StaffActor staff) {
        this.withhold = withhold;
        this.staff = staff;
    }

    @PUT
    @Path("withheld-items/{item}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withhold an item",
            description =
                    "Leaves it out for the rights of others (GDPR Art. 15(4)); the answer names item, ground and reason.")
    public void withholdItem(
            @PathParam("reference") String reference,
            @PathParam("item") String item,
            @NotNull @Valid StaffBodies.WithholdingBody body) {
        withhold.withhold(
                CaseReference.of(reference),
                staff.actor(),
                NamedItem.id(item),
                RefusalGround.of(body.ground()),
                body.reason());
    }

    @DELETE
    @Path("withheld-items/{item}")
    @Operation(summary = "Put an item back", description = "Delivers it after all.")
    public void restoreItem(@PathParam("reference") String reference, @PathParam("item") String item) {
        withhold.restore(CaseReference.of(reference), staff.actor(), NamedItem.id(item));
    }
}
