package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** When the subject's session ends, asked by a page's script, and its extension by whoever is warned of that. */
@Path("/case/session")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class OwnSession {
    private final SignedInSubject subject;

    OwnSession(SignedInSubject subject) {
        this.subject = subject;
    }

    @GET
    public Response look() {
        return Response.ok(
                        subject.sessionEnd().orElseThrow(ProblemException::signInRequired),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend() {
        subject.stay();
        return look();
    }
}
