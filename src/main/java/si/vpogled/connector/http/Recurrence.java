package si.vpogled.connector.http;

/**
 * Notices when a sequence comes back to where it was, in constant space: what comes is held against one kept element,
 * which is renewed at growing distances (Brent, 1980).
 */
final class Recurrence {
    private Object kept = this;
    private long sinceKept;
    private long distance = 1;

    /** Whether this was there before, and all that follows will be too. */
    boolean returns(Object element) {
        if (element.equals(kept)) {
            return true;
        }
        if (++sinceKept >= distance) {
            kept = element;
            sinceKept = 0;
            distance *= 2;
        }
        return false;
    }
}
