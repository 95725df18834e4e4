package si.vpogled.storage.zip;

import java.util.zip.Deflater;

/** Compresses blocks one by one, so that their results stand one after another as one deflate stream (RFC 1951). */
final class BlockDeflater {
    private static final int MAX_STORED = 0xFFFF;
    private final Deflater deflater;
    private final Sample sample = new Sample();

    BlockDeflater(int level) {
        deflater = new Deflater(level, true);
    }

    void deflate(Block block) {
        if (block.length > 0 && !sample.shrinks(block) || !compress(block)) {
            store(block);
        }
    }

    boolean shrinks(Block block) {
        return sample.shrinks(block);
    }

    /** Fails where the result would not be smaller than storing. */
    private boolean compress(Block block) {
        deflater.reset();
        if (block.window > 0) {
            deflater.setDictionary(block.plain, Block.WINDOW - block.window, block.window);
        }
        deflater.setInput(block.plain, Block.WINDOW, block.length);
        if (block.last) {
            deflater.finish();
        }
        int flush = block.last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
        block.deflatedLength = deflater.deflate(block.deflated, 0, block.deflated.length, flush);
        return block.deflatedLength < block.deflated.length && block.deflatedLength <= block.length + 8;
    }

    /** Stored blocks end on a whole byte, so the next block may follow without a flush. */
    private static void store(Block block) {
        int from = Block.WINDOW;
        int end = from + block.length;
        int to = 0;
        do {
            int count = Math.min(MAX_STORED, end - from);
            block.deflated[to++] = (byte) (block.last && from + count == end ? 1 : 0);
            block.deflated[to++] = (byte) count;
            block.deflated[to++] = (byte) (count >> 8);
            block.deflated[to++] = (byte) ~count;
            block.deflated[to++] = (byte) (~count >> 8);
            System.arraycopy(block.plain, from, block.deflated, to, count);
            from += count;
            to += count;
        } while (from < end);
        block.deflatedLength = to;
    }

    void end() {
        deflater.end();
        sample.end();
    }
}
