package si.vpogled.connector.job;

import java.io.IOException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.extract.Progress;

/** Counts what a run writes, and stops it where a limit of the order is passed. */
final class Meter implements Progress {
    private final Order.Limits limits;
    private final StopSign stop;
    private volatile long records;
    private volatile long bytes;

    Meter(Order.Limits limits, StopSign stop) {
        this.limits = limits;
        this.stop = stop;
    }

    @Override
    public void add(long moreRecords, long moreBytes) throws IOException {
        // one writer, many readers
        records = records + moreRecords;
        bytes = bytes + moreBytes;
        if (records > limits.records()) {
            stop.raise(passed(limits.records(), "records"));
        }
        if (bytes > limits.bytes()) {
            stop.raise(passed(limits.bytes(), "bytes"));
        }
        if (stop.raised().isPresent()) {
            throw new StoppedException();
        }
    }

    private static ConnectorException passed(long limit, String what) {
        return new ConnectorException(
                FaultKind.REFUSED,
                "The run passed its limit of " + limit + ' ' + what + ": raise limits." + what + " of the definition");
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** Writing ends because the run does; the stop sign says why. */
    static final class StoppedException extends IOException {
        private StoppedException() {
            super("The run stops");
        }
    }
}
