package si.vpogled.storage.zip;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.CRC32;
import si.vpogled.storage.zip.ZipHead.Method;

/** An entry some of whose blocks are still being compressed; knows how to stand in the archive. */
final class DeflatingEntry {
    private final String name;
    private final Instant modified;
    private final WrittenListener whenWritten;
    private final MessageDigest digest;
    private final CRC32 crc = new CRC32();
    private CompletableFuture<Void> summed = CompletableFuture.completedFuture(null);
    private long size;
    private boolean begun;
    volatile boolean stored;
    volatile boolean abandoned;
    int blocks;

    DeflatingEntry(String name, Instant modified, WrittenListener whenWritten) {
        this.name = name;
        this.modified = modified;
        this.whenWritten = whenWritten;
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-512", e);
        }
    }

    /** Sums go block after block, whichever thread does them. */
    CompletableFuture<Void> sum(Block block, Executor executor) {
        summed = summed.thenRunAsync(() -> sum(block), executor);
        return summed;
    }

    void sum(Block block) {
        digest.update(block.plain, Block.WINDOW, block.length);
        crc.update(block.plain, Block.WINDOW, block.length);
        size += block.length;
    }

    /** Called with ready blocks, in order. */
    void write(Block block, ZipStreamWriter zip) throws IOException {
        if (abandoned) {
            drop(block, zip);
        } else if (block.whole()) {
            writeWhole(block, zip);
        } else {
            writePart(block, zip);
        }
    }

    private void drop(Block block, ZipStreamWriter zip) {
        if (begun && block.last) {
            zip.abandon();
        }
    }

    private void writeWhole(Block block, ZipStreamWriter zip) throws IOException {
        boolean smaller = !stored && block.deflatedLength < block.length;
        ZipHead head = head(smaller ? Method.DEFLATED : Method.STORED);
        ZipSizes sizes = new ZipSizes(crc.getValue(), size, smaller ? block.deflatedLength : block.length);
        zip.entry(head, sizes, smaller ? block.deflated : block.plain, smaller ? 0 : Block.WINDOW);
        written(head, sizes);
    }

    private void writePart(Block block, ZipStreamWriter zip) throws IOException {
        ZipHead head = head(stored ? Method.STORED : Method.DEFLATED);
        if (!begun) {
            begun = true;
            zip.begin(head);
        }
        if (stored) {
            zip.write(block.plain, Block.WINDOW, block.length);
        } else {
            zip.write(block.deflated, 0, block.deflatedLength);
        }
        if (block.last) {
            written(head, zip.end(crc.getValue(), size));
        }
    }

    private ZipHead head(Method method) {
        return new ZipHead(name, method, modified);
    }

    private void written(ZipHead head, ZipSizes sizes) throws IOException {
        whenWritten.written(new Written(head, sizes, HexFormat.of().formatHex(digest.digest())));
    }
}
