package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.correspondence.Messages;
import si.vpogled.letter.SentLetters;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Plural;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.StateWords;

/** The rows of a page of the list, with how far each case is. */
@ApplicationScoped
class QueueRows {
    private final Runs runs;
    private final Messages messages;
    private final SentLetters letters;
    private final InstantSource clock;

    QueueRows(Runs runs, Messages messages, SentLetters letters, InstantSource clock) {
        this.runs = runs;
        this.messages = messages;
        this.letters = letters;
        this.clock = clock;
    }

    List<QueueView.Row> of(List<RequestCase> cases, Page page) {
        List<UUID> shown = cases.stream().map(RequestCase::id).toList();
        Map<UUID, List<Run>> working = runs.of(shown);
        Map<UUID, Long> awaiting = messages.awaitingStaff(shown);
        Set<UUID> undelivered = letters.undelivered(shown).keySet();
        return cases.stream()
                .map(one -> row(
                        page,
                        one,
                        working.getOrDefault(one.id(), List.of()),
                        attention(page, awaiting.getOrDefault(one.id(), 0L), undelivered.contains(one.id()))))
                .toList();
    }

    private static List<String> attention(Page page, long unread, boolean undelivered) {
        QueueMessages messages = page.messages(QueueMessages.class);
        return Stream.concat(
                        unread == 0 ? Stream.empty() : Stream.of(page.counted(unread, messages.newMessages())),
                        undelivered ? Stream.of(messages.undelivered()) : Stream.empty())
                .toList();
    }

    private QueueView.Row row(Page page, RequestCase one, List<Run> working, List<String> attention) {
        return new QueueView.Row(
                one.reference(),
                StateWords.label(one.state()),
                attention,
                one.right(),
                one.name(),
                one.email(),
                one.receivedAt(),
                Due.of(one, page, clock),
                one.assignee().orElse(""),
                progress(page, working));
    }

    static Optional<QueueView.Progress> progress(Page page, List<Run> working) {
        if (working.isEmpty()) {
            return Optional.empty();
        }
        QueueMessages messages = page.messages(QueueMessages.class);
        int all = working.size();
        long failed =
                working.stream().filter(run -> run.state() == RunState.FAILED).count();
        int answered =
                (int) (working.stream().filter(run -> run.state().ended()).count() - failed);
        return Optional.of(new QueueView.Progress(
                answered,
                all,
                messages.done(
                        page.number(answered),
                        page.number(all),
                        Plural.form(page.language(), all, messages.ofSources())),
                failed == 0 ? "" : messages.failing(page.counted(failed, messages.sources()))));
    }
}
