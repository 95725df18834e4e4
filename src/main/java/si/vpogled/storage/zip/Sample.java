package si.vpogled.storage.zip;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Judges by a few places of a block whether compression is worth its time. Bytes that are spread unevenly always are;
 * of the rest, some are compressed quickly.
 */
final class Sample {
    private static final int PLACES = 4;
    private static final int PLACE = 1 << 12;
    /** Bits of information a byte, of 8, below which no trial is needed. */
    private static final double UNEVEN = 7.0;

    private static final double WORTH = 0.97;
    private final Deflater quick = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] bytes = new byte[PLACES * PLACE];
    private final byte[] out = new byte[PLACES * PLACE];
    private final int[] counts = new int[256];

    boolean shrinks(Block block) {
        int length = take(block);
        return entropy(length) < UNEVEN || tried(length);
    }

    private int take(Block block) {
        if (block.length <= bytes.length) {
            System.arraycopy(block.plain, Block.WINDOW, bytes, 0, block.length);
            return block.length;
        }
        int step = (block.length - PLACE) / (PLACES - 1);
        for (int place = 0; place < PLACES; place++) {
            System.arraycopy(block.plain, Block.WINDOW + place * step, bytes, place * PLACE, PLACE);
        }
        return bytes.length;
    }

    private double entropy(int length) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < length; i++) {
            counts[bytes[i] & 0xFF]++;
        }
        double sum = 0;
        for (int count : counts) {
            sum += count == 0 ? 0 : count * Math.log(count);
        }
        return (Math.log(length) - sum / length) / Math.log(2);
    }

    private boolean tried(int length) {
        quick.reset();
        quick.setInput(bytes, 0, length);
        quick.finish();
        int smaller = quick.deflate(out, 0, (int) (length * WORTH));
        return quick.finished() && smaller > 0;
    }

    void end() {
        quick.end();
    }
}
