package si.vpogled.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.request.Actor;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.ForSubject;

/** A case, for the subject who is signed in to it. */
@Path("/api/v1/requests/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@SecurityRequirement(name = "subject")
@Tag(name = "For the subject")
public class SubjectCaseResource {
    private final OwnCase own;
    private final WithdrawRequest withdraw;
    private final TellSubject tell;
    private final ReaderLanguage reader;

    SubjectCaseResource(OwnCase own, WithdrawRequest withdraw, TellSubject tell, ReaderLanguage reader) {
        this.own = own;
        this.withdraw = withdraw;
        this.tell = tell;
        this.reader = reader;
    }

    @GET
    @ForSubject
    @Operation(
            summary = "Where the request stands",
            description = "State, the last day for the answer and how it was counted, progress of each source, and what"
                    + " can be downloaded. Somebody else's request looks as if there were none.")
    public SubjectCase readRequest(@PathParam("reference") String reference) {
        CaseProgress.Progress progress = own.progress(reference);
        return tell.tell(progress, reader.or(progress.request().language()));
    }

    @POST
    @Path("withdrawal")
    @ForSubject
    @Operation(
            summary = "Withdraw the request",
            description = "Ends the request without an answer. What was collected is destroyed.")
    public void withdrawRequest(@PathParam("reference") String reference) {
        withdraw.withdraw(own.id(reference), Actor.subject());
    }
}
