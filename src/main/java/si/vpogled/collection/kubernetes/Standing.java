package si.vpogled.collection.kubernetes;

import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;

/** How a run stands, by what the cluster says of its Job and pods. */
sealed interface Standing {
    /** It is at work, or will be. */
    record Underway() implements Standing {}

    /** Its process says that all is well. */
    record Ended() implements Standing {}

    /**
     * It will not come to its end.
     *
     * @param over whether the cluster has given it up itself
     */
    record Failed(Fault fault, boolean over) implements Standing {}

    static Failed over(FaultKind kind, String message) {
        return new Failed(new Fault(kind, message), true);
    }

    /** It has to be given up by us. */
    static Failed stuck(FaultKind kind, String message) {
        return new Failed(new Fault(kind, message), false);
    }
}
