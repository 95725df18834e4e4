package si.vpogled.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a verdict on a group of records depends on beside the inventory.
 *
 * @param asker whether the data lie in an account of whoever asks
 * @param contract for the service that the records belong to
 * @param reach what the system that holds them can do
 * @param day one that all records of the group share the year of; empty where they have no date
 */
public record Circumstances(Asker asker, Contract contract, Reach reach, Optional<LocalDate> day) {
    /** Who asks. */
    public enum Asker {
        /** The customer in whose account the data lie. */
        CUSTOMER,
        /** Somebody who appears in another's account or records. */
        SOMEBODY_ELSE
    }

    /** How the contract for a service stands. */
    public enum Contract {
        RUNS,
        ENDED,
        /** Nobody could tell: taken for running, because what is erased stays erased. */
        UNKNOWN
    }

    /** What the system that holds a group of records can do with it. */
    public enum Reach {
        /** Erase it, or take out what tells the person. */
        ERASABLE,
        /** Nothing: a controller of its own holds it, who must be asked (GDPR Art. 19). */
        HELD_ELSEWHERE,
        /** Nothing for one person alone, as with lines of a log that is everybody's. */
        INSEPARABLE
    }
}
