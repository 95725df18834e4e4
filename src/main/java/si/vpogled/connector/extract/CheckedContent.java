package si.vpogled.connector.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import si.vpogled.storage.zip.ZipSizes;

/** Content that is as long as was said, and has the checksum that was said. */
final class CheckedContent extends FilterInputStream {
    private final ZipSizes said;
    private final CRC32 crc = new CRC32();
    private long size;

    CheckedContent(InputStream content, ZipSizes said) {
        super(content);
        this.said = said;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = inflate(into, offset, length);
        if (count > 0) {
            size += count;
            crc.update(into, offset, count);
        }
        if (size > said.size() || count < 0 && (size != said.size() || crc.getValue() != said.crc32())) {
            throw new InvalidExtractException("An entry's content differs from its size or checksum");
        }
        return count;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (ZipException | java.io.EOFException e) {
            throw new InvalidExtractException("An entry's content is not what deflate makes", e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return in.readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
