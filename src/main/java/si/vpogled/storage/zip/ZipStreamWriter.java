package si.vpogled.storage.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an archive from its first byte to its last, without going back. Compresses nothing: the bytes of an entry are
 * given as they are to stand in the archive. Of each entry it remembers its line in the central directory, about 100
 * bytes beside the name. Used by one thread at a time; does not close its stream.
 */
public final class ZipStreamWriter {
    private static final int COPY = 1 << 16;
    private final OutputStream out;
    private final List<byte[]> central = new ArrayList<>();
    private final byte[] copy = new byte[COPY];
    private long position;
    private long entryOffset;
    private long dataOffset;
    private ZipHead open;

    public ZipStreamWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * A whole entry whose sizes are known: no data descriptor is written.
     *
     * @param raw gives exactly {@code compressedSize} bytes; it is not closed
     * @throws EOFException if it gives fewer; the archive is then spoilt
     */
    public void entry(ZipHead head, ZipSizes sizes, InputStream raw) throws IOException {
        beginExact(head, sizes);
        long left = sizes.compressedSize();
        while (left > 0) {
            int count = raw.read(copy, 0, (int) Math.min(COPY, left));
            if (count < 0) {
                throw new EOFException("A ZIP entry is " + left + " bytes shorter than was said");
            }
            put(copy, 0, count);
            left -= count;
        }
        list(ZipRecords.central(head, sizes, entryOffset, false));
    }

    /** A whole entry from memory. */
    public void entry(ZipHead head, ZipSizes sizes, byte[] raw, int offset) throws IOException {
        beginExact(head, sizes);
        put(raw, offset, Math.toIntExact(sizes.compressedSize()));
        list(ZipRecords.central(head, sizes, entryOffset, false));
    }

    private void beginExact(ZipHead head, ZipSizes sizes) throws IOException {
        refuseOpen();
        entryOffset = position;
        put(ZipRecords.local(head, sizes));
    }

    /** Begins an entry whose sizes are not known yet; {@link #end} or {@link #abandon} must follow. */
    public void begin(ZipHead head) throws IOException {
        refuseOpen();
        entryOffset = position;
        put(ZipRecords.localStreamed(head));
        dataOffset = position;
        open = head;
    }

    /** Bytes of the entry that was begun, as they are to stand in the archive. */
    public void write(byte[] raw, int offset, int length) throws IOException {
        requireOpen();
        put(raw, offset, length);
    }

    /**
     * Ends the entry that was begun.
     *
     * @return its sizes
     */
    public ZipSizes end(long crc32, long size) throws IOException {
        requireOpen();
        ZipSizes sizes = new ZipSizes(crc32, size, position - dataOffset);
        put(ZipRecords.descriptor(sizes));
        list(ZipRecords.central(open, sizes, entryOffset, true));
        open = null;
        return sizes;
    }

    /** Leaves the entry that was begun out of the central directory: readers never see it. */
    public void abandon() {
        requireOpen();
        open = null;
    }

    /** Writes the central directory. Nothing may follow. */
    public void finish() throws IOException {
        refuseOpen();
        long start = position;
        for (byte[] line : central) {
            put(line);
        }
        put(ZipRecords.end(central.size(), position - start, start));
        out.flush();
    }

    /** Bytes written so far. */
    public long position() {
        return position;
    }

    private void list(byte[] line) {
        central.add(line);
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    private void put(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        position += length;
    }

    private void refuseOpen() {
        if (open != null) {
            throw new IllegalStateException("The entry before has not ended");
        }
    }

    private void requireOpen() {
        if (open == null) {
            throw new IllegalStateException("No entry was begun");
        }
    }
}
