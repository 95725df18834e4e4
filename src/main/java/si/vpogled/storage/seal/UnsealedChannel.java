package si.vpogled.storage.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The plain bytes: ends where they end, and says plainly when they were altered. */
final class UnsealedChannel implements SeekableByteChannel {
    private final SeekableByteChannel plain;

    UnsealedChannel(SeekableByteChannel plain) {
        this.plain = plain;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (plain.position() >= plain.size()) {
            return -1;
        }
        try {
            return plain.read(into);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new SealException("The sealed stream was cut short or altered, or cannot be read", e);
        }
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        plain.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return plain.size();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.close();
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
