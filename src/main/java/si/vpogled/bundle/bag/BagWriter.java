package si.vpogled.bundle.bag;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.storage.keys.Signer;
import si.vpogled.storage.zip.EntryStream;
import si.vpogled.storage.zip.ParallelDeflater;
import si.vpogled.storage.zip.WrittenListener;
import si.vpogled.storage.zip.ZipSizes;
import si.vpogled.storage.zip.ZipStreamWriter;

/**
 * Writes one bag, file by file. Entries of extracts keep their compressed bytes and the hash that the extract gives;
 * everything else is compressed and hashed on the way. Used by one thread at a time; does not close its stream.
 */
public final class BagWriter implements Closeable {
    private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final ZipStreamWriter zip;
    private final ParallelDeflater deflater;
    private final String folder;
    private final Instant modified;
    private final Manifest payload = new Manifest("data/");
    private final Manifest tags = new Manifest("");
    private int entries;

    /**
     * @param out takes the archive
     * @param folder the one folder at the top of it
     * @param modified of every file that the bag adds
     */
    public BagWriter(OutputStream out, String folder, Instant modified) throws IOException {
        this.zip = new ZipStreamWriter(out);
        this.deflater = new ParallelDeflater(zip);
        this.folder = folder;
        this.modified = modified;
        tag("bagit.txt", BAGIT.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether there is a payload file of this name already. */
    public boolean has(String path) {
        return payload.has(path);
    }

    /** Copies an entry of an extract as it is to {@code data/<its name>}. */
    public void copy(ExtractEntry entry) throws IOException {
        String path = entry.entry().name();
        ZipSizes sizes = entry.sizes();
        payload.add(path, entry.entry().sha512(), sizes.size());
        entries++;
        deflater.flush();
        try (InputStream raw = entry.rawContent()) {
            zip.entry(entry.head(folder + "/data/" + path), sizes, raw);
        }
    }

    /** Writes a payload file from memory. */
    public void payload(String path, String mediaType, byte[] content) throws IOException {
        try (OutputStream out = payload(path, mediaType)) {
            out.write(content);
        }
    }

    /** Writes a payload file as it comes; close it before the next. */
    public OutputStream payload(String path, String mediaType) throws IOException {
        return begin(
                "data/" + path,
                mediaType,
                written -> payload.add(path, written.sha512(), written.sizes().size()));
    }

    /**
     * Writes what makes it a bag, signs it, and ends the archive. Nothing may follow.
     *
     * @param others tag files by name, read by people
     * @return how many entries the archive has
     */
    public int finish(BagInfo info, Map<String, byte[]> others, Signer signer) throws IOException {
        deflater.flush();
        BagSignature signature = new BagSignature(signer);
        info.add("Bag-Size", payload.octets() + " B").add("Payload-Oxum", payload.oxum());
        tag("bag-info.txt", info.text().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            tag(other.getKey(), other.getValue());
        }
        tag("jwks.json", signature.jwks().getBytes(StandardCharsets.UTF_8));
        tag("signing-key.pem", signature.pem().getBytes(StandardCharsets.UTF_8));
        try (EntryStream manifest = tag("manifest-sha512.txt")) {
            write(payload, manifest);
        }
        deflater.flush();
        byte[] tagManifest = tagManifest();
        plain("tagmanifest-sha512.txt", tagManifest);
        plain("signature.jws", signature.over(tagManifest).getBytes(StandardCharsets.US_ASCII));
        deflater.flush();
        zip.finish();
        return entries;
    }

    private byte[] tagManifest() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        write(tags, lines);
        return lines.toByteArray();
    }

    private static void write(Manifest manifest, OutputStream out) throws IOException {
        for (Iterator<byte[]> lines = manifest.lines(); lines.hasNext(); ) {
            out.write(lines.next());
        }
    }

    private void tag(String name, byte[] content) throws IOException {
        try (OutputStream out = tag(name)) {
            out.write(content);
        }
    }

    private EntryStream tag(String name) throws IOException {
        return begin(
                name,
                "text/plain",
                written -> tags.add(name, written.sha512(), written.sizes().size()));
    }

    private void plain(String name, byte[] content) throws IOException {
        try (OutputStream out = begin(name, "text/plain", _ -> {})) {
            out.write(content);
        }
    }

    private EntryStream begin(String name, String mediaType, WrittenListener whenWritten) throws IOException {
        entries++;
        return deflater.begin(folder + "/" + name, modified, mediaType, whenWritten);
    }

    @Override
    public void close() {
        deflater.close();
    }
}
