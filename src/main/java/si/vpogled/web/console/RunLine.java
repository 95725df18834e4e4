package si.vpogled.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.collection.Attempts;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Outcome;
import si.vpogled.request.State;
import si.vpogled.text.Text;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.FaultMessage;
import si.vpogled.web.words.FaultWords;
import si.vpogled.web.words.RunWords;

/**
 * One source's work, in words.
 *
 * @param key of its state, for its colour
 * @param failed attempts that did not succeed, the latest first, five at the most
 * @param fault that it stands still for, or is tried again for
 * @param retryable whether asking it again makes sense
 */
record RunLine(
        String connector,
        String title,
        String key,
        Text state,
        String read,
        int attempt,
        List<String> failed,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Instant> retryAt,
        Optional<Trouble> fault,
        List<Outcome.Remark> remarks,
        boolean retryable) {
    /** A fault, and what to do about it. */
    record Trouble(Text label, FaultMessage message, Text advice) {
        static Trouble of(Fault fault, Text advice) {
            return new Trouble(FaultWords.label(fault.kind()), FaultMessage.of(fault.message()), advice);
        }
    }

    private static final int FAILED_SHOWN = 5;

    static RunLine of(Run run, State state, List<Attempts.Attempt> attempts, SourceNames sources, Page page) {
        return new RunLine(
                run.connector(),
                sources.title(run.connector()),
                run.state().key(),
                RunWords.forStaff(run.state()),
                page.counted(run.records(), page.messages(CountMessages.class).records()) + ", "
                        + page.size(run.bytes()),
                run.attempt(),
                attempts.reversed().stream()
                        .flatMap(attempt -> attempt.fault().stream().map(fault -> failed(attempt, fault, page)))
                        .limit(FAILED_SHOWN)
                        .toList(),
                run.started(),
                run.ended(),
                run.retryAt(),
                run.fault().flatMap(fault -> trouble(run.state(), fault, state)),
                run.outcome().map(Outcome::remarks).orElse(List.of()),
                run.state().ended());
    }

    private static String failed(Attempts.Attempt attempt, Fault fault, Page page) {
        return page.messages(ConnectorMessages.class)
                .failed(
                        page.time(attempt.started()),
                        page.text(FaultWords.label(fault.kind())),
                        Lasted.words(Duration.between(attempt.started(), attempt.ended()), page));
    }

    /** While it is at work, what an earlier attempt met is past. */
    private static Optional<Trouble> trouble(RunState run, Fault fault, State state) {
        return switch (run) {
            case RETRYING -> Optional.of(Trouble.of(fault, FaultWords.adviceWhileRetried()));
            case FAILED -> Optional.of(Trouble.of(fault, FaultWords.advice(fault.kind(), state)));
            case WAITING, QUEUED, RUNNING, ANSWERED, NOT_NEEDED, CANCELLED -> Optional.empty();
        };
    }
}
