package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import si.vpogled.request.ReadCase;
import si.vpogled.web.api.SendBundle;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The download behind the case page's button; a browser goes on with a broken one by ranges. */
@Path("/case/bundles/{number}")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class CaseBundles {
    private final SignedInSubject subject;
    private final ReadCase cases;
    private final SendBundle send;

    CaseBundles(SignedInSubject subject, ReadCase cases, SendBundle send) {
        this.subject = subject;
        this.cases = cases;
        this.send = send;
    }

    @GET
    public Response download(
            @PathParam("number") int number,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String condition)
            throws IOException {
        return send.send(cases.byId(subject.request()), number, new SendBundle.Wanted(range, condition, true));
    }
}
