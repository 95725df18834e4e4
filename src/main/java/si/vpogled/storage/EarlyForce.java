package si.vpogled.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Brings what was written to the disk while more is written: a large file's commit would else wait for all of it at
 * once. Used by one thread at a time.
 */
final class EarlyForce {
    private static final long STEP = 32 << 20;
    private final FileChannel channel;
    private FutureTask<Void> running;
    private long written;

    EarlyForce(FileChannel channel) {
        this.channel = channel;
        this.running = nothing();
        running.run();
    }

    private static FutureTask<Void> nothing() {
        return new FutureTask<>(() -> {}, null);
    }

    /** @throws IOException where an earlier step failed: the system tells that only once, so it must not be lost */
    void wrote(int bytes) throws IOException {
        written += bytes;
        if (written >= STEP && running.isDone()) {
            finish();
            written = 0;
            running = new FutureTask<>(() -> {
                channel.force(false);
                return null;
            });
            Thread.ofPlatform().daemon().name("store-force").start(running);
        }
    }

    /** Waits for the step that is under way. */
    void finish() throws IOException {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while an object was made durable");
        } catch (ExecutionException e) {
            throw new IOException("What was written could not be made durable", e.getCause());
        }
    }
}
