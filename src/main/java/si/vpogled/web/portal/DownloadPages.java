package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import si.vpogled.request.ReadCase;
import si.vpogled.web.api.SendBundle;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The answer, for the browser that is signed in; a download that broke off can be gone on with. */
@Path("/case/bundles/{number: [0-9]{1,6}}")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class DownloadPages {
    private final SendBundle send;
    private final ReadCase cases;
    private final SignedInSubject subject;

    DownloadPages(SendBundle send, ReadCase cases, SignedInSubject subject) {
        this.send = send;
        this.cases = cases;
        this.subject = subject;
    }

    @GET
    public Response get(
            @PathParam("number") int number,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String condition)
            throws IOException {
        return send.send(cases.byId(subject.request()), number, new SendBundle.Wanted(range, condition, true));
    }

    @HEAD
    public Response head(@PathParam("number") int number) throws IOException {
        return send.send(cases.byId(subject.request()), number, new SendBundle.Wanted(null, null, false));
    }
}
