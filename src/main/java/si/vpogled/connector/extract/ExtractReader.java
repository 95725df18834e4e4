package si.vpogled.connector.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import si.vpogled.connector.Outcome;

/** Reads an extract, and trusts nothing that it says before it was checked. Used by one thread at a time. */
public final class ExtractReader implements Closeable {
    private static final int MAX_OUTCOME = 32 << 20;
    private final ZipFile zip;
    private final Outcome outcome;

    private ExtractReader(ZipFile zip, Outcome outcome) {
        this.zip = zip;
        this.outcome = outcome;
    }

    /**
     * Opens an extract and checks its frame: that it ends with an outcome, that every entry is stored or deflated, that
     * sizes are possible and together within the limit.
     *
     * @param plain unsealed; closed together with the result, and when this fails
     * @param maxBytes of all entries, uncompressed
     * @throws InvalidExtractException if it is no sound extract
     */
    public static ExtractReader open(SeekableByteChannel plain, long maxBytes) throws IOException {
        try {
            ZipFile zip = Frame.open(plain);
            Frame.check(zip, plain.size(), maxBytes);
            return new ExtractReader(zip, outcome(zip));
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    public Outcome outcome() {
        return outcome;
    }

    /**
     * The entries, in the order in which they were written.
     *
     * @return to be closed; throws {@link UncheckedIOException} of an {@link InvalidExtractException} where a line of
     *     {@code entries.jsonl} is wrong or does not go with the archive
     */
    public Stream<ExtractEntry> entries() throws IOException {
        return EntryLines.stream(zip);
    }

    private static Outcome outcome(ZipFile zip) throws IOException {
        ZipArchiveEntry entry = Frame.required(zip, ExtractFormat.OUTCOME);
        if (entry.getSize() > MAX_OUTCOME) {
            throw new InvalidExtractException("The extract's outcome.json is larger than " + MAX_OUTCOME + " bytes");
        }
        try (InputStream in = Frame.content(zip, entry)) {
            Outcome outcome = ExtractFormat.MAPPER
                    .readerFor(Outcome.class)
                    .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(in.readAllBytes());
            return Optional.ofNullable(outcome)
                    .orElseThrow(() -> new InvalidExtractException("The extract's outcome.json is null"));
        } catch (JsonProcessingException e) {
            throw new InvalidExtractException(
                    "The extract's outcome.json does not follow outcome.schema.json: line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
