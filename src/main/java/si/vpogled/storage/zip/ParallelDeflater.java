package si.vpogled.storage.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Compresses entries by all cores and writes them in the order in which they were begun. The caller's thread reads and
 * writes; a pool compresses and sums blocks of 256 KiB, of one large entry or of many small ones alike. At most
 * {@link #MEMORY} bytes are on their way. Blocks that do not shrink are stored. Used by one thread at a time.
 */
public final class ParallelDeflater implements Closeable {
    /** Bytes of memory that the blocks on their way take at most. */
    public static final int MEMORY = 32 << 20;

    private static final int MOST_BLOCKS = MEMORY / Block.MEMORY;
    /** Text becomes up to a twelfth larger than by level 6, in half the time. */
    private static final int LEVEL = 4;

    private final ZipStreamWriter zip;
    private final int level;
    private final ExecutorService pool;
    private final Queue<BlockDeflater> deflaters = new ConcurrentLinkedQueue<>();
    private final Deque<Block> free = new ArrayDeque<>();
    private final Deque<Block> underWay = new ArrayDeque<>();
    private int blocks;
    private boolean open;

    public ParallelDeflater(ZipStreamWriter zip) {
        this(zip, Runtime.getRuntime().availableProcessors(), LEVEL);
    }

    ParallelDeflater(ZipStreamWriter zip, int threads, int level) {
        this.zip = zip;
        this.level = level;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("deflate-", 0).factory());
    }

    /**
     * Begins an entry, whose bytes the result takes; it must be closed before the next is begun.
     *
     * @param mediaType tells what is compressed already
     * @param whenWritten called on the caller's thread once the entry stands in the archive, by a later call at latest
     *     by {@link #flush}
     */
    public EntryStream begin(String name, Instant modified, String mediaType, WrittenListener whenWritten)
            throws IOException {
        if (open) {
            throw new IllegalStateException("The entry before has not ended");
        }
        DeflatingEntry entry = new DeflatingEntry(name, modified, whenWritten);
        entry.stored = CompressedMediaTypes.contains(mediaType);
        Block first = acquire().begin(entry);
        open = true;
        return new EntryStream(this, entry, first);
    }

    /** Waits until every entry that has ended stands in the archive. */
    public void flush() throws IOException {
        while (!underWay.isEmpty()) {
            writeFirst();
        }
    }

    /** A full block goes on its way; the entry goes on in another. */
    Block next(Block full) throws IOException {
        Block after = acquire().begin(full.entry);
        after.follow(full);
        submit(full);
        return after;
    }

    void end(Block block) throws IOException {
        open = false;
        block.last = true;
        submit(block);
    }

    private void submit(Block block) throws IOException {
        DeflatingEntry entry = block.entry;
        if (++entry.blocks == 1 && entry.stored) {
            entry.stored = !with(deflater -> deflater.shrinks(block));
        }
        block.ready = block.whole() ? whole(block) : part(block);
        underWay.add(block);
        while (!underWay.isEmpty() && underWay.peek().ready.isDone()) {
            writeFirst();
        }
    }

    private Future<?> whole(Block block) {
        return pool.submit(() -> {
            block.entry.sum(block);
            deflate(block);
        });
    }

    private Future<?> part(Block block) {
        CompletableFuture<Void> summed = block.entry.sum(block, pool);
        return CompletableFuture.allOf(summed, CompletableFuture.runAsync(() -> deflate(block), pool));
    }

    private void deflate(Block block) {
        if (!block.entry.stored && !block.entry.abandoned) {
            with(deflater -> {
                deflater.deflate(block);
                return true;
            });
        }
    }

    private boolean with(Predicate<BlockDeflater> use) {
        BlockDeflater free = deflaters.poll();
        BlockDeflater deflater = free == null ? new BlockDeflater(level) : free;
        try {
            return use.test(deflater);
        } finally {
            deflaters.add(deflater);
        }
    }

    private Block acquire() throws IOException {
        if (free.isEmpty() && blocks < MOST_BLOCKS) {
            blocks++;
            return new Block();
        }
        if (free.isEmpty()) {
            writeFirst();
        }
        return free.pop();
    }

    private void writeFirst() throws IOException {
        Block first = underWay.remove();
        try {
            first.ready.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while an entry was compressed");
        } catch (ExecutionException e) {
            throw new IOException("A block could not be compressed", e.getCause());
        }
        first.entry.write(first, zip);
        free.push(first);
    }

    /** Ends the threads; entries that are not in the archive yet will not be. */
    @Override
    public void close() {
        pool.shutdownNow();
        deflaters.forEach(BlockDeflater::end);
    }
}
