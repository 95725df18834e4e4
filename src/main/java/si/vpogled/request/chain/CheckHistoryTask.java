package si.vpogled.request.chain;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.schedule.TaskHandler;

/** Checks the history once a day, whichever process comes to it. The first time is set by the migration. */
@Singleton
class CheckHistoryTask implements TaskHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CheckHistoryTask.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final CheckHistory check;
    private final InstantSource clock;

    CheckHistoryTask(CheckHistory check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "check-history";
    }

    @Override
    public Optional<Instant> run(String instance) throws SQLException, IOException {
        CheckHistory.Report report = check.check();
        if (report.breaks() == 0) {
            LOG.info("The history of {} cases, {} entries, is whole", report.chains(), report.entries());
        } else {
            report.first().forEach(found -> LOG.error("History: {}", found));
            LOG.error(
                    "The history is broken in {} places. Keep the database and its backups as they are, find out who had"
                            + " access to it since the last check without a break, and compare these entries with a backup"
                            + " from before; what restoring means stands in the README",
                    report.breaks());
        }
        return Optional.of(clock.instant().plus(DAY));
    }
}
