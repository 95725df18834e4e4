package si.vpogled.request.chain;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Walks the history of all cases, compares it with the seal of the day before, and seals it anew. What is broken stays
 * sealed as it was, so that each check finds it again.
 */
@Singleton
public class CheckHistory {
    private final WalkChains chains;
    private final Seals seals;
    private final SealRows rows;
    private final InstantSource clock;

    CheckHistory(WalkChains chains, Seals seals, SealRows rows, InstantSource clock) {
        this.chains = chains;
        this.seals = seals;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param chains cases that have a history
     * @param first of the breaks, at most a hundred
     */
    public record Report(long chains, long entries, long breaks, List<HistoryBreak> first) {
        public Report {
            first = List.copyOf(first);
        }
    }

    /** Outside of any transaction. */
    public Report check() throws SQLException, IOException {
        Found found = new Found();
        chains.walk(found);
        seals.check(found);
        seals.seal(found);
        rows.note(found.report(), clock.instant());
        return found.report();
    }
}
