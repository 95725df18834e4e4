package si.vpogled.bundle.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An extract being read, which says whose it is when it cannot be. */
record NamedChannel(String connector, SeekableByteChannel content) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return content.read(target);
        } catch (IOException e) {
            throw new UnreadableExtractException(connector, e);
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return content.write(source);
    }

    @Override
    public long position() throws IOException {
        return content.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        content.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return content.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        content.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return content.isOpen();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
