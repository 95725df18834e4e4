package si.vpogled.storage.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Takes the plain bytes of one entry of a {@link ParallelDeflater}. Closing it ends the entry, which stands in the
 * archive some time later.
 */
public final class EntryStream extends OutputStream {
    private final ParallelDeflater deflater;
    private final DeflatingEntry entry;
    private Block block;
    private boolean ended;

    EntryStream(ParallelDeflater deflater, DeflatingEntry entry, Block first) {
        this.deflater = deflater;
        this.entry = entry;
        this.block = first;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, roomyBlock().room());
            System.arraycopy(bytes, from, block.plain, Block.WINDOW + block.length, count);
            block.length += count;
            from += count;
            left -= count;
        }
    }

    /**
     * Takes all that a stream gives; does not close it.
     *
     * @return how many bytes
     */
    public long transferFrom(InputStream in) throws IOException {
        long total = 0;
        while (true) {
            Block to = roomyBlock();
            int count = in.read(to.plain, Block.WINDOW + to.length, to.room());
            if (count < 0) {
                return total;
            }
            to.length += count;
            total += count;
        }
    }

    private Block roomyBlock() throws IOException {
        if (ended) {
            throw new IOException("The entry has ended");
        }
        if (block.room() == 0) {
            block = deflater.next(block);
        }
        return block;
    }

    /** Ends the entry without its standing in the archive: readers will not see it. */
    public void abandon() throws IOException {
        if (!ended) {
            entry.abandoned = true;
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            deflater.end(block);
        }
    }
}
