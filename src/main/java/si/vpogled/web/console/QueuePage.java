package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.request.ListRequests;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.Staff;
import si.vpogled.web.security.StaffActor;
import si.vpogled.web.words.StateWords;

/** The staff's list of cases. */
@Path("/console")
@RolesAllowed({"clerk", "approver", "auditor"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class QueuePage {
    private final Pages pages;
    private final ListRequests list;
    private final Runs runs;
    private final StaffActor staff;
    private final Staff colleagues;
    private final InstantSource clock;

    QueuePage(Pages pages, ListRequests list, Runs runs, StaffActor staff, Staff colleagues, InstantSource clock) {
        this.pages = pages;
        this.list = list;
        this.runs = runs;
        this.staff = staff;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance queue(Page page, Queue queue);
    }

    /**
     * What the page shows.
     *
     * @param next address of the next page; empty on the last
     */
    record Queue(
            QueueFilter filter,
            List<Row> rows,
            String next,
            String first,
            String self,
            List<String> colleagues,
            List<Choice> states,
            List<Right> rights) {}

    record Choice(String key, Text label) {}

    record Row(
            String reference,
            Text state,
            String stateKey,
            Right right,
            String name,
            String email,
            Instant received,
            Due due,
            String assignee,
            String progress) {}

    @GET
    public Response get(@BeanParam QueueFilter filter) {
        Page page = pages.page();
        ListRequests.Page found = list.list(filter.query(), staff.actor());
        Map<UUID, List<Run>> working = runs.of(found.cases().stream()
                .filter(one -> one.state() instanceof State.Collecting)
                .map(RequestCase::id)
                .toList());
        List<Row> rows = found.cases().stream()
                .map(one -> row(page, one, working.getOrDefault(one.id(), List.of())))
                .toList();
        return pages.html(Templates.queue(
                page,
                new Queue(
                        filter,
                        rows,
                        found.next().map(Optional::of).map(filter::href).orElse(""),
                        filter.href(Optional.empty()),
                        staff.actor().name(),
                        colleagues.names(),
                        State.KEYS.stream()
                                .map(key -> new Choice(key, StateWords.label(key)))
                                .toList(),
                        List.of(Right.values()))));
    }

    private Row row(Page page, RequestCase one, List<Run> working) {
        return new Row(
                one.reference(),
                StateWords.label(one.state()),
                one.state().key(),
                one.right(),
                one.name(),
                one.email(),
                one.receivedAt(),
                Due.of(one, page, clock),
                one.assignee().orElse(""),
                progress(page, working));
    }

    private static String progress(Page page, List<Run> working) {
        if (working.isEmpty()) {
            return "";
        }
        long ended = working.stream().filter(run -> run.state().ended()).count();
        return page.messages(QueueMessages.class).done(page.number(ended), page.number(working.size()));
    }
}
