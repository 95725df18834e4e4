package si.vpogled.connector.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import si.vpogled.storage.zip.ZipHead;
import si.vpogled.storage.zip.ZipSizes;

/** An entry of an extract, with its bytes as they stand there. Read before the extract is closed. */
public final class ExtractEntry {
    private final ZipFile zip;
    private final ZipArchiveEntry raw;
    private final Entry entry;

    ExtractEntry(ZipFile zip, ZipArchiveEntry raw, Entry entry) {
        this.zip = zip;
        this.raw = raw;
        this.entry = entry;
    }

    public Entry entry() {
        return entry;
    }

    /** How the entry is to stand in another archive, under another name. */
    public ZipHead head(String name) {
        ZipHead.Method method = raw.getMethod() == ZipEntry.STORED ? ZipHead.Method.STORED : ZipHead.Method.DEFLATED;
        return new ZipHead(name, method, Instant.ofEpochMilli(Math.max(0, raw.getTime())));
    }

    public ZipSizes sizes() {
        return new ZipSizes(raw.getCrc(), raw.getSize(), raw.getCompressedSize());
    }

    /** The bytes as they stand in the extract, compressed or not: {@code sizes().compressedSize()} of them. */
    public InputStream rawContent() throws IOException {
        return zip.getRawInputStream(raw);
    }

    /**
     * The plain bytes.
     *
     * @return throws an {@link InvalidExtractException} while it is read, at its end at latest, where size or checksum
     *     are not as was said
     */
    public InputStream content() throws IOException {
        return new CheckedContent(zip.getInputStream(raw), sizes());
    }

    /** Reads the content and compares its SHA-512 with what was said of it. */
    public void verify() throws IOException {
        MessageDigest digest = sha512();
        try (InputStream content = new DigestInputStream(content(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha512())) {
            throw new InvalidExtractException("The content of an entry does not have the SHA-512 that was said");
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-512", e);
        }
    }
}
