package si.vpogled.storage.zip;

import java.util.concurrent.Future;

/**
 * A piece of one entry on its way: its plain bytes, with the 32 KiB before them that compression may refer to, and
 * what becomes of them. Used again for later pieces, so that memory stays the same.
 */
final class Block {
    static final int SIZE = 1 << 18;
    static final int WINDOW = 1 << 15;
    /** Both sides, with room for the headers of blocks that are only stored. */
    static final int MEMORY = WINDOW + 2 * SIZE + 128;

    final byte[] plain = new byte[WINDOW + SIZE];
    final byte[] deflated = new byte[SIZE + 128];
    int window;
    int length;
    int deflatedLength;
    boolean last;
    DeflatingEntry entry;
    Future<?> ready;

    Block begin(DeflatingEntry of) {
        entry = of;
        window = 0;
        length = 0;
        deflatedLength = 0;
        last = false;
        return this;
    }

    /** Takes the end of the piece before it as window. */
    void follow(Block before) {
        window = Math.min(WINDOW, before.length);
        System.arraycopy(before.plain, WINDOW + before.length - window, plain, WINDOW - window, window);
    }

    int room() {
        return SIZE - length;
    }

    /** The whole entry. */
    boolean whole() {
        return last && entry.blocks == 1;
    }
}
