package si.vpogled.connector.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import si.vpogled.storage.seal.SealException;
import si.vpogled.storage.zip.ZipSizes;

/** The archive around an extract's entries, and what can be checked of it without reading them. */
final class Frame {
    /** Deflate cannot do better: two bits stand for 258 bytes at best. */
    private static final long MAX_RATIO = 1032;

    private Frame() {}

    static ZipFile open(SeekableByteChannel plain) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(plain)
                    .setIgnoreLocalFileHeader(true)
                    .setUseUnicodeExtraFields(false)
                    .get();
        } catch (SealException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidExtractException("The extract is not a ZIP archive", e);
        }
    }

    static void check(ZipFile zip, long archiveSize, long maxBytes) throws InvalidExtractException {
        long compressed = 0;
        long plain = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            check(entry);
            compressed += entry.getCompressedSize();
            plain += entry.getSize();
            if (compressed < 0 || compressed > archiveSize) {
                throw new InvalidExtractException("The extract's entries overlap each other");
            }
            if (plain < 0 || plain > maxBytes) {
                throw new InvalidExtractException("The extract holds more than " + maxBytes + " bytes, its limit");
            }
        }
    }

    private static void check(ZipArchiveEntry entry) throws InvalidExtractException {
        int method = entry.getMethod();
        boolean known = entry.getSize() >= 0
                && entry.getCompressedSize() >= 0
                && entry.getCrc() >= 0
                && entry.getCrc() <= 0xFFFFFFFFL;
        if (!known || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new InvalidExtractException("An entry of the extract has no size or checksum, or is encrypted");
        }
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw new InvalidExtractException("An entry of the extract is neither stored nor deflated");
        }
        boolean possible = method == ZipEntry.STORED
                ? entry.getSize() == entry.getCompressedSize()
                : entry.getSize() / MAX_RATIO <= entry.getCompressedSize();
        if (!possible) {
            throw new InvalidExtractException("An entry of the extract has a size that cannot be");
        }
    }

    /** The only entry of a name that every extract has. */
    static ZipArchiveEntry required(ZipFile zip, String name) throws InvalidExtractException {
        return only(zip, name)
                .orElseThrow(() -> new InvalidExtractException(
                        "The extract has not exactly one " + name + ": its writer did not finish it"));
    }

    static Optional<ZipArchiveEntry> only(ZipFile zip, String name) {
        Iterator<ZipArchiveEntry> entries = zip.getEntries(name).iterator();
        if (!entries.hasNext()) {
            return Optional.empty();
        }
        ZipArchiveEntry entry = entries.next();
        return entries.hasNext() ? Optional.empty() : Optional.of(entry);
    }

    static InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        return new CheckedContent(
                zip.getInputStream(entry), new ZipSizes(entry.getCrc(), entry.getSize(), entry.getCompressedSize()));
    }
}
