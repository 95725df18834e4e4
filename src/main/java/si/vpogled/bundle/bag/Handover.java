package si.vpogled.bundle.bag;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Hands what is written to several takers, each on a thread of its own, in blocks of 1 MiB. Eight blocks are on their
 * way at most. Closing it waits until every taker has taken everything.
 */
final class Handover extends OutputStream {
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 8;

    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final List<Lane> lanes;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private Block block;
    private boolean closed;

    /** What takes the bytes. */
    interface Taker {
        void take(byte[] bytes, int length) throws IOException;
    }

    Handover(Taker... takers) {
        for (int count = 0; count < BLOCKS; count++) {
            free.add(new Block());
        }
        lanes = Stream.of(takers).map(Lane::new).toList();
        block = free.remove();
    }

    private static final class Block {
        final byte[] bytes = new byte[BLOCK];
        final AtomicInteger holders = new AtomicInteger();
        int length;
        boolean last;
    }

    /** A taker with its queue and thread. After a failure it lets blocks pass, so that nobody waits for ever. */
    private final class Lane {
        final BlockingQueue<Block> queue = new ArrayBlockingQueue<>(BLOCKS + 1);
        final Thread thread;

        Lane(Taker taker) {
            thread = Thread.ofPlatform().daemon().name("bundle-", 0).start(() -> run(taker));
        }

        private void run(Taker taker) {
            try {
                boolean last = false;
                while (!last) {
                    Block next = queue.take();
                    last = next.last;
                    if (failure.get() == null) {
                        take(taker, next);
                    }
                    if (next.holders.decrementAndGet() == 0) {
                        free.add(next);
                    }
                }
            } catch (InterruptedException e) {
                failure.compareAndSet(null, e);
            }
        }

        private void take(Taker taker, Block next) {
            try {
                taker.take(next.bytes, next.length);
            } catch (IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
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
            int count = Math.min(left, BLOCK - block.length);
            System.arraycopy(bytes, from, block.bytes, block.length, count);
            block.length += count;
            from += count;
            left -= count;
            if (block.length == BLOCK) {
                pass(false);
                block = next();
            }
        }
    }

    private void pass(boolean last) throws IOException {
        check();
        block.last = last;
        block.holders.set(lanes.size());
        lanes.forEach(lane -> lane.queue.add(block));
    }

    private Block next() throws IOException {
        try {
            Block next = free.take();
            next.length = 0;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a bundle was written");
        }
    }

    private void check() throws IOException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("The bundle could not be written", failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        block.last = true;
        block.holders.set(lanes.size());
        lanes.forEach(lane -> lane.queue.add(block));
        try {
            for (Lane lane : lanes) {
                lane.thread.join();
            }
        } catch (InterruptedException e) {
            lanes.forEach(lane -> lane.thread.interrupt());
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a bundle was written");
        }
        check();
    }
}
