package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.correspondence.Messages;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Plural;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.StateWords;

/** The rows of a page of the list, with how far each case is. */
@ApplicationScoped
class QueueRows {
    private final Runs runs;
    private final Messages messages;
    private final InstantSource clock;

    QueueRows(Runs runs, Messages messages, InstantSource clock) {
        this.runs = runs;
        this.messages = messages;
        this.clock = clock;
    }

    List<QueueView.Row> of(List<RequestCase> cases, Page page) {
        List<UUID> shown = cases.stream().map(RequestCase::id).toList();
        Map<UUID, List<Run>> working = runs.of(shown);
        Map<UUID, Long> awaiting = messages.awaitingStaff(shown);
        return cases.stream()
                .map(one -> row(
                        page,
                        one,
                        working.getOrDefault(one.id(), List.of()),
                        awaiting(page, awaiting.getOrDefault(one.id(), 0L))))
                .toList();
    }

    private static String awaiting(Page page, long count) {
        return count == 0
                ? ""
                : page.counted(count, page.messages(QueueMessages.class).newMessages());
    }

    private QueueView.Row row(Page page, RequestCase one, List<Run> working, String awaiting) {
        return new QueueView.Row(
                one.reference(),
                StateWords.label(one.state()),
                awaiting,
                one.right(),
                one.name(),
                one.email(),
                one.receivedAt(),
                Due.of(one, page, clock),
                one.assignee().orElse(""),
                progress(page, working));
    }

    private static Optional<QueueView.Progress> progress(Page page, List<Run> working) {
        if (working.isEmpty()) {
            return Optional.empty();
        }
        QueueMessages messages = page.messages(QueueMessages.class);
        int all = working.size();
        int ended = (int) working.stream().filter(run -> run.state().ended()).count();
        long failed =
                working.stream().filter(run -> run.state() == RunState.FAILED).count();
        return Optional.of(new QueueView.Progress(
                ended,
                all,
                messages.done(
                        page.number(ended), page.number(all), Plural.form(page.language(), all, messages.ofSources())),
                failed == 0 ? "" : messages.failing(page.counted(failed, messages.sources()))));
    }
}
