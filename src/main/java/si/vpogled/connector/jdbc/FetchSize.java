package si.vpogled.connector.jdbc;

/**
 * How many rows a database hands over at once: few until it is seen how large they are, then more, so that what lies in
 * memory stays bounded whatever a row holds.
 */
final class FetchSize {
    /** What may lie in memory at once. */
    static final int ROOM = 4 * JdbcRow.LARGEST;

    /** So many that each may be as large as a record may be. */
    static final int FIRST = ROOM / JdbcRow.LARGEST;

    /** Rows that come may be larger than those that came. */
    private static final int MARGIN = 8;

    private final int most;
    private int current;
    private int seen;
    private long largest = 1;

    private FetchSize(int first, int most) {
        this.current = Math.min(first, most);
        this.most = most;
    }

    /** For a database that waits to be asked for the next rows. */
    static FetchSize growing(int most) {
        return new FetchSize(FIRST, most);
    }

    /** For a database that sends rows without being asked: they wait in the network. */
    static FetchSize single() {
        return new FetchSize(1, 1);
    }

    int current() {
        return current;
    }

    /**
     * A row was read.
     *
     * @param size in bytes or characters
     * @return whether it changed how many are fetched next
     */
    boolean saw(long size) {
        largest = Math.max(largest, size);
        if (++seen < current) {
            return false;
        }
        seen = 0;
        int before = current;
        long fitting = Math.max(FIRST, ROOM / MARGIN / largest);
        current = (int) Math.min(most, Math.min(2L * current, fitting));
        return current != before;
    }
}
