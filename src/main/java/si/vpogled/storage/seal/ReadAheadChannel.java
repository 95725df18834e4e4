package si.vpogled.storage.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel from {@code start} on, read in large pieces when it is read in order: a request to a disk or an
 * object store for each segment of 16 KiB would be much of the time.
 */
final class ReadAheadChannel implements SeekableByteChannel {
    /** A segment and its tag. */
    private static final int NEAR = (1 << 14) + 16;

    private static final int FAR = 1 << 18;
    private final SeekableByteChannel below;
    private final long start;
    private final long size;
    private final ByteBuffer ahead = ByteBuffer.allocate(FAR).limit(0);
    private long aheadFrom;
    private long position;

    ReadAheadChannel(SeekableByteChannel below, long start) throws IOException {
        this.below = below;
        this.start = start;
        this.size = Math.max(0, below.size() - start);
    }

    /** Gives all that is asked for: whoever decrypts takes part of a segment for none. */
    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        int before = into.remaining();
        while (into.hasRemaining() && position < size) {
            take(into);
        }
        return before - into.remaining();
    }

    private void take(ByteBuffer into) throws IOException {
        if (!holds(position)) {
            fill();
        }
        int index = (int) (position - aheadFrom);
        int count = Math.min(into.remaining(), ahead.limit() - index);
        into.put(into.position(), ahead, index, count).position(into.position() + count);
        position += count;
    }

    private boolean holds(long wanted) {
        return wanted >= aheadFrom && wanted < aheadFrom + ahead.limit();
    }

    /** Reads far ahead where reading goes on, near where it jumped. */
    private void fill() throws IOException {
        boolean goesOn = position == aheadFrom + ahead.limit() && ahead.limit() > 0;
        ahead.clear().limit((int) Math.min(goesOn ? FAR : NEAR, size - position));
        aheadFrom = position;
        below.position(start + position);
        try {
            while (ahead.hasRemaining()) {
                if (below.read(ahead) < 0) {
                    throw new SealException("The sealed stream became shorter while it was read");
                }
            }
        } finally {
            ahead.flip();
        }
    }

    /** The same channel for a reader that closes it, which must not close what lies below. */
    ReadableByteChannel shared() {
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer into) throws IOException {
                return ReadAheadChannel.this.read(into);
            }

            @Override
            public boolean isOpen() {
                return ReadAheadChannel.this.isOpen();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long position) {
        this.position = position;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
