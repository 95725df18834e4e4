package si.vpogled.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.collection.Run;
import si.vpogled.connector.Outcome;
import si.vpogled.text.Text;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.FaultWords;
import si.vpogled.web.words.RunWords;

/**
 * One source's work, in words.
 *
 * @param key of its state, for its colour
 * @param retryable whether asking it again makes sense
 */
record RunLine(
        String connector,
        String title,
        String key,
        Text state,
        String read,
        int attempt,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Instant> retryAt,
        Optional<Trouble> fault,
        List<Outcome.Remark> remarks,
        boolean retryable) {
    /** A fault, and what to do about it. */
    record Trouble(Text label, String message, Text advice) {}

    static RunLine of(Run run, SourceNames sources, Page page) {
        return new RunLine(
                run.connector(),
                sources.title(run.connector()),
                run.state().key(),
                RunWords.forStaff(run.state()),
                page.counted(run.records(), page.messages(CountMessages.class).records()) + ", "
                        + page.size(run.bytes()),
                run.attempt(),
                run.started(),
                run.ended(),
                run.retryAt(),
                run.fault()
                        .map(fault -> new Trouble(
                                FaultWords.label(fault.kind()), fault.message(), FaultWords.advice(fault.kind()))),
                run.outcome().map(Outcome::remarks).orElse(List.of()),
                run.state().ended());
    }
}
