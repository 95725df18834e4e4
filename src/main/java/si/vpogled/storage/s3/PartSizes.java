package si.vpogled.storage.s3;

import java.util.List;

/** How an object is cut where somebody else sends it: parts of the usual size, and longer ones only once it is very long. */
final class PartSizes {
    /** So many that a Secret of a cluster, which holds 1 MiB, has room for a signature of each. */
    static final int MOST = 9_000;

    private static final int MEBIBYTE = 1 << 20;
    private static final long LARGEST = 512L * MEBIBYTE;

    private PartSizes() {}

    record Group(long bytes, int count) {}

    /**
     * @param room in bytes
     * @param usual size of a part
     */
    static List<Group> of(long room, int usual) {
        long count = Math.max(1, Math.ceilDiv(room, usual));
        if (count <= MOST) {
            return List.of(new Group(usual, (int) count));
        }
        int half = MOST / 2;
        long larger = Math.ceilDiv(Math.ceilDiv(room - (long) half * usual, half), MEBIBYTE) * MEBIBYTE;
        return List.of(new Group(usual, half), new Group(Math.min(LARGEST, larger), half));
    }
}
