package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.SavedViews;
import si.vpogled.web.input.PlainText;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;

/** Saves selections of the list, and what is done with those that are saved. */
@Path("/console/views")
@RolesAllowed({"clerk", "approver"})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class QueueViews {
    private static final String NAME = "view-name";

    private final Queue queue;
    private final SavedViews views;

    QueueViews(Queue queue, SavedViews views) {
        this.queue = queue;
        this.views = views;
    }

    @POST
    public Response save(@BeanParam QueueFilter filter, MultivaluedMap<String, String> sent) {
        String name = name(sent, NAME);
        boolean shared = "true".equals(sent.getFirst("shared"));
        QueueView.Sent typed = QueueView.Sent.view(name, shared);
        return wrong(name).map(message -> wrong(filter, NAME, message, typed)).orElseGet(() -> switch (views.save(
                queue.actor(), name, filter.filter(), shared)) {
            case DONE, NAME_TAKEN, UNKNOWN -> Queue.to(filter.asked());
            case TOO_MANY -> wrong(filter, NAME, messages().tooManyViews(SavedViews.MOST), typed);
        });
    }

    @POST
    @Path("/{view}/rename")
    public Response rename(
            @PathParam("view") UUID view, @BeanParam QueueFilter filter, MultivaluedMap<String, String> sent) {
        String field = "name-" + view;
        String name = name(sent, "name");
        QueueView.Sent typed = QueueView.Sent.renaming(view, name);
        return wrong(name).map(message -> wrong(filter, field, message, typed)).orElseGet(() -> switch (views.rename(
                queue.actor(), view, name)) {
            case DONE -> Queue.to(filter.asked());
            case NAME_TAKEN -> wrong(filter, field, messages().viewNameTaken(), typed);
            case UNKNOWN, TOO_MANY -> wrong(filter, "", messages().viewUnknown(), typed);
        });
    }

    @POST
    @Path("/{view}/delete")
    public Response delete(@PathParam("view") UUID view, @BeanParam QueueFilter filter) {
        views.delete(queue.actor(), view);
        return Queue.to(filter.asked());
    }

    private Response wrong(QueueFilter filter, String field, String message, QueueView.Sent typed) {
        return queue.wrong(filter, new Errors(List.of(new FieldError(field, message))), typed);
    }

    private ViewMessages messages() {
        return queue.page().messages(ViewMessages.class);
    }

    /** What is wrong with a name. */
    private Optional<String> wrong(String name) {
        ViewMessages messages = messages();
        if (name.isEmpty()) {
            return Optional.of(messages.needViewName());
        }
        if (name.codePointCount(0, name.length()) > SavedViews.LONGEST_NAME) {
            return Optional.of(messages.viewNameTooLong(SavedViews.LONGEST_NAME));
        }
        return PlainText.Check.plain(name, false) ? Optional.empty() : Optional.of(messages.viewNameNotPlain());
    }

    private static String name(MultivaluedMap<String, String> sent, String field) {
        String typed = Optional.ofNullable(sent.getFirst(field)).orElse("");
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
