package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.StaffCase;
import si.vpogled.request.ListRequests;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.StaffActor;

/** What staff read. */
@Path("/api/v1/staff/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clerk", "approver", "auditor"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class StaffListResource {
    private final ListRequests list;
    private final StaffCase view;
    private final TellStaff tell;
    private final StaffActor staff;
    private final ReaderLanguage reader;

    StaffListResource(ListRequests list, StaffCase view, TellStaff tell, StaffActor staff, ReaderLanguage reader) {
        this.list = list;
        this.view = view;
        this.tell = tell;
        this.staff = staff;
        this.reader = reader;
    }

    @GET
    @Operation(
            summary = "The list of requests",
            description = "The most urgent first. Filters narrow it together; next is the cursor of the following page,"
                    + " and stays right while requests come and go. Who was shown goes into the history of each; what was"
                    + " searched for is not kept.")
    public StaffList listRequests(@Valid @BeanParam ListFilter filter) {
        return StaffList.of(list.list(filter.query(), staff.actor()), reader.language());
    }

    @GET
    @Path("{reference}")
    @Operation(
            summary = "A request with all there is of it",
            description = "Case, proofs of identity, what each source found or why not and what to do, notes, what is"
                    + " withheld, history. The look itself goes into the history.")
    public CaseFile readCaseFile(@PathParam("reference") String reference) {
        return tell.tell(view.view(CaseReference.of(reference), staff.actor()), reader.language());
    }
}
