package si.vpogled.connector.job;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says on standard output how far a run is, when that is news, and not too often. */
final class TellProgress implements RunContext.Watcher {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final InstantSource clock;
    private ProgressLine told = ProgressLine.BEGIN;
    private Instant next = Instant.MIN;

    TellProgress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public boolean at(long records, long bytes) {
        ProgressLine now = new ProgressLine(records, bytes);
        if (!now.equals(told) && !clock.instant().isBefore(next)) {
            out.println(now.line());
            told = now;
            next = clock.instant().plus(PAUSE);
        }
        return true;
    }
}
