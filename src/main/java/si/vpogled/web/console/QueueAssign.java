package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.request.AssignRequests;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;

/** Assigns the cases that are ticked in the list. */
@Path("/console/assign")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class QueueAssign {
    private static final int MOST = 200;
    private static final int LONGEST = 40;
    private static final String NOBODY = "-";

    private final Queue queue;
    private final AssignRequests assign;

    QueueAssign(Queue queue, AssignRequests assign) {
        this.queue = queue;
        this.assign = assign;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@BeanParam QueueFilter filter, MultivaluedMap<String, String> sent) {
        List<AssignRequests.Chosen> chosen = sent.getOrDefault("case", List.of()).stream()
                .distinct()
                .limit(MOST)
                .map(QueueAssign::chosen)
                .toList();
        String to = Optional.ofNullable(sent.getFirst("to")).orElse("");
        Errors errors = errors(chosen, to);
        if (errors.any()) {
            return queue.wrong(filter, errors, QueueView.Sent.assigning(chosen, to));
        }
        Optional<String> assignee = Optional.of(to).filter(name -> !name.equals(NOBODY));
        return queue.done(filter, assign.assign(chosen, queue.actor(), assignee), assignee);
    }

    private Errors errors(List<AssignRequests.Chosen> chosen, String to) {
        List<FieldError> errors = new ArrayList<>();
        if (chosen.isEmpty()) {
            errors.add(new FieldError("cases", queue.messages().needCases()));
        }
        if (!to.equals(NOBODY) && !queue.works(to)) {
            errors.add(new FieldError("assign-to", queue.messages().needAssignee()));
        }
        return new Errors(errors);
    }

    /** A reference, and after a colon whose it was. */
    private static AssignRequests.Chosen chosen(String value) {
        String[] parts = value.split(":", 2);
        String reference = parts[0].codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new AssignRequests.Chosen(
                reference,
                Optional.of(parts)
                        .filter(two -> two.length == 2)
                        .map(two -> two[1])
                        .filter(seen -> !seen.isEmpty()));
    }
}
