package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.fulfilment.ViewPlan;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.StaffActor;

/** The plan of an erasure, to be read. */
@Path("/api/v1/staff/requests/{reference}")
@RolesAllowed({"clerk", "approver", "auditor"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class ErasurePlanFile {
    private static final String JOSE = "application/jose";

    private final ViewPlan view;
    private final TellPlan tell;
    private final StaffActor staff;
    private final ReaderLanguage language;

    ErasurePlanFile(ViewPlan view, TellPlan tell, StaffActor staff, ReaderLanguage language) {
        this.view = view;
        this.tell = tell;
        this.staff = staff;
        this.language = language;
    }

    @GET
    @Path("plan")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read the plan of an erasure",
            description = "Each group of records with a verdict on each item, its ground and its article, what is done"
                    + " at once and what on which day, and how far that is.")
    public ErasurePlanView readPlan(@PathParam("reference") String reference) {
        ViewPlan.View found = view.view(CaseReference.of(reference), staff.actor());
        return tell.tell(
                found,
                found.version()
                        .orElseThrow(() -> new CaseException(
                                CaseException.Problem.WRONG_STATE,
                                found.request().state().key())),
                language.language());
    }

    @GET
    @Path("certificate")
    @Produces(JOSE)
    @Operation(
            summary = "Read the certificate of an erasure",
            description =
                    "A JWS in compact form (RFC 7515, EdDSA) whose payload is JSON: what was erased and proved to be"
                            + " gone, what is kept until when and why, who is told. The key is at /.well-known/jwks.json.")
    public String readCertificate(@PathParam("reference") String reference) {
        return view.certificate(CaseReference.of(reference), staff.actor()).signed();
    }
}
