package si.vpogled.collection;

import java.time.Duration;
import java.util.Optional;
import si.vpogled.connector.FaultKind;

/** An attempt ended by itself; fired within the transaction that writes it down. */
record AttemptEnded(String connector, Duration took, Optional<FaultKind> fault) {
    static AttemptEnded of(RunEntity run) {
        return new AttemptEnded(
                run.connector, Duration.between(run.startedAt, run.endedAt), Optional.ofNullable(run.faultKind));
    }
}
