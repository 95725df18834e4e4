package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.request.Actor;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.ListRequests;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.SavedViews;
import si.vpogled.request.State;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;
import si.vpogled.web.security.StaffNames;
import si.vpogled.web.words.StateWords;

/** Shows the list, and what came of a form on it. */
@RequestScoped
class Queue {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String PLACE = "/console";
    private static final List<Integer> TERMS = List.of(0, 3, 7, 14);

    private final Pages pages;
    private final ListRequests list;
    private final QueueRows rows;
    private final SavedViews views;
    private final StaffActor staff;
    private final StaffNames colleagues;

    Queue(Pages pages, ListRequests list, QueueRows rows, SavedViews views, StaffActor staff, StaffNames colleagues) {
        this.pages = pages;
        this.list = list;
        this.rows = rows;
        this.views = views;
        this.staff = staff;
        this.colleagues = colleagues;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance queue(Page page, QueueView queue, Errors errors);
    }

    Response show(QueueFilter filter) {
        return show(OK, filter, Optional.empty(), Errors.NONE, QueueView.Sent.NOTHING);
    }

    /** With what became of each case that was to be assigned. */
    Response done(QueueFilter filter, List<AssignRequests.Outcome> outcomes, Optional<String> assignee) {
        return show(
                OK,
                filter,
                Optional.of(QueueView.Done.of(outcomes, assignee, page())),
                Errors.NONE,
                QueueView.Sent.NOTHING);
    }

    /**
     * With what is wrong with a form.
     *
     * @param sent the form, which keeps what it had
     */
    Response wrong(QueueFilter filter, Errors errors, QueueView.Sent sent) {
        return show(UNPROCESSABLE, filter, Optional.empty(), errors, sent);
    }

    Actor actor() {
        return staff.actor();
    }

    QueueMessages messages() {
        return page().messages(QueueMessages.class);
    }

    boolean works(String name) {
        return colleagues.work(name);
    }

    Page page() {
        Page page = pages.page();
        return page.at(PLACE) ? page : page.at(URI.create(PLACE));
    }

    static Response to(String query) {
        return Response.seeOther(URI.create(place(query))).build();
    }

    private Response show(
            int status, QueueFilter filter, Optional<QueueView.Done> done, Errors errors, QueueView.Sent sent) {
        Page page = page();
        Actor actor = staff.actor();
        ListRequests.Page found = list.list(filter.query(), actor);
        QueueView view = new QueueView(
                filter,
                rows.of(found.cases(), page),
                found.cut(),
                links(filter, found),
                choices(filter, actor, page),
                saved(filter, actor),
                sent,
                done);
        return pages.html(status, Templates.queue(page, view, errors));
    }

    private static QueueView.Links links(QueueFilter filter, ListRequests.Page found) {
        return new QueueView.Links(
                found.previous()
                        .map(row -> place(filter.asked("before", row.text())))
                        .orElse(""),
                found.next()
                        .map(row -> place(filter.asked("after", row.text())))
                        .orElse(""),
                place(filter.asked()),
                PLACE + "/assign" + mark(filter.askedOfPage()),
                mark(filter.asked()));
    }

    private static String place(String query) {
        return PLACE + mark(query);
    }

    private static String mark(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }

    private QueueView.Choices choices(QueueFilter filter, Actor actor, Page page) {
        return new QueueView.Choices(
                actor.name(),
                Role.work(actor.roles()),
                colleagues.working().stream()
                        .sorted(Comparator.comparing((String name) -> !name.equals(actor.name()))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList(),
                State.KEYS.stream()
                        .map(key -> new QueueView.Choice(key, StateWords.label(key)))
                        .toList(),
                Arrays.asList(Right.values()),
                terms(filter, page));
    }

    /** Those that the dashboard counts by, and the one of the address. */
    private static List<QueueView.Term> terms(QueueFilter filter, Page page) {
        QueueMessages messages = page.messages(QueueMessages.class);
        return Stream.concat(TERMS.stream(), filter.days().stream())
                .distinct()
                .sorted()
                .map(days -> new QueueView.Term(
                        days.toString(),
                        days == 0 ? messages.dueNow() : messages.dueWithin(page.counted(days, messages.inDays()))))
                .toList();
    }

    private List<QueueView.Saved> saved(QueueFilter filter, Actor actor) {
        return views.of(actor).stream()
                .map(view -> {
                    String query = QueueFilter.asked(view);
                    return new QueueView.Saved(
                            view.id(),
                            view.name(),
                            view.owner(),
                            view.owner().equals(actor.name()),
                            view.shared(),
                            place(query),
                            query.equals(filter.asked()));
                })
                .toList();
    }
}
