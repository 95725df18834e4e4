package si.vpogled.connector.job;

import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.connector.FaultKind;

/**
 * How a job ends, in the numbers of sysexits.h. Anything but {@link #ENDED} means that it does not know of an extract
 * that was written; the last line on standard error then says why. An extract that is there counts all the same.
 */
public enum ExitCode {
    /** The extract was written, with an outcome for every item (failed ones as well); or the test's report was told. */
    ENDED(0),
    /** Order, definitions, environment or secrets are wrong: trying again changes nothing. */
    MISCONFIGURED(64),
    /** The store cannot be reached or is full: worth another attempt. */
    UNAVAILABLE(69),
    /** A fault of the job itself. */
    DEFECT(70),
    /** Something said no. */
    REFUSED(77),
    /** Ended by a signal, as shells count it for SIGTERM. */
    STOPPED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** What a job's exit code says of it; empty where it is none that tells of a fault. */
    public static Optional<FaultKind> fault(int number) {
        return Stream.of(FaultKind.values())
                .filter(kind -> of(kind).number == number)
                .findFirst();
    }

    static ExitCode of(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED -> MISCONFIGURED;
            case UNAVAILABLE -> UNAVAILABLE;
            case REFUSED -> REFUSED;
            case DEFECT -> DEFECT;
        };
    }
}
