package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The staff's list of cases. */
@Path("/console")
@RolesAllowed({"clerk", "approver", "auditor"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class QueuePage {
    private final Queue queue;

    QueuePage(Queue queue) {
        this.queue = queue;
    }

    @GET
    public Response get(@BeanParam QueueFilter filter) {
        return queue.show(filter);
    }
}
