package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.erasure.RecordNotice;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.security.StaffActor;

/** What recipients say to an erasure that they were told of (GDPR Art. 19). */
@Path("/api/v1/staff/requests/{reference}/notices/{notice}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class ErasureNoticeResource {
    private final RecordNotice notices;
    private final StaffActor staff;

    ErasureNoticeResource(RecordNotice notices, StaffActor staff) {
        this.notices = notices;
        this.staff = staff;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write down that a recipient was told of an erasure",
            description = "And what they answered. A mail tells those whose address the inventory has; staff tell the"
                    + " others.")
    public void recordNotice(
            @PathParam("reference") String reference,
            @PathParam("notice") String notice,
            @NotNull @Valid ErasureBodies.NoticeBody body) {
        notices.record(
                CaseReference.of(reference),
                staff.actor(),
                notice,
                Optional.ofNullable(body.answer()).map(String::strip).filter(text -> !text.isEmpty()));
    }
}
