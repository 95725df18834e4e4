package si.vpogled.connector.extract;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import si.vpogled.connector.Outcome;
import si.vpogled.storage.seal.Spool;
import si.vpogled.storage.zip.EntryStream;
import si.vpogled.storage.zip.ParallelDeflater;
import si.vpogled.storage.zip.Written;
import si.vpogled.storage.zip.WrittenListener;
import si.vpogled.storage.zip.ZipStreamWriter;

/**
 * Writes an extract, entry by entry, in bounded memory. Used by one thread at a time, one entry at a time. Only
 * {@link #finish} makes it an extract; closing it frees what it holds, and leaves the stream to whoever opened it.
 */
public final class ExtractWriter implements Closeable {
    private static final int LINES_IN_MEMORY = 4 << 20;
    private final Instant made;
    private final Path scratch;
    private final Progress progress;
    private final ZipStreamWriter zip;
    private final ParallelDeflater deflater;
    private final UniqueNames names = new UniqueNames();
    private final Spool lines;
    private long changedNames;

    /**
     * @param sealed takes the extract; sealed already
     * @param made when: the modification time of entries that have none of their own
     * @param scratch an existing private folder; what is written there is encrypted
     */
    public ExtractWriter(OutputStream sealed, Instant made, Path scratch, Progress progress) {
        this.made = made;
        this.scratch = scratch;
        this.progress = progress;
        this.zip = new ZipStreamWriter(sealed);
        this.deflater = new ParallelDeflater(zip);
        this.lines = new Spool(scratch, LINES_IN_MEMORY);
    }

    /**
     * Writes a file, whose content is read to its end but not closed.
     *
     * @return its name in the extract, which differs from the draft's where that was not safe or not unique
     * @throws UnreadableContentException if the content could not be read; the extract is without the file
     */
    public String file(EntryDraft draft, InputStream content) throws IOException {
        String name = name(draft);
        EntryStream entry = begin(name, draft, () -> Tail.OF_FILE);
        try {
            entry.transferFrom(new ObservedContent(content, progress));
        } catch (IOException | RuntimeException e) {
            entry.abandon();
            throw e;
        }
        entry.close();
        return name;
    }

    /** Begins a collection of records. */
    public RecordWriter records(RecordsDraft draft) throws IOException {
        return new RecordWriter(draft, this);
    }

    /** How many entries bear another name than the backend gave them. */
    public long changedNames() {
        return changedNames;
    }

    /** Writes what was found, and the archive's end. Nothing may follow. */
    public void finish(Outcome outcome) throws IOException {
        deflater.flush();
        try (InputStream in = lines.read();
                EntryStream entry = plain(ExtractFormat.ENTRIES, "application/jsonl", written -> {})) {
            entry.transferFrom(in);
        }
        try (EntryStream entry = plain(ExtractFormat.OUTCOME, "application/json", written -> {})) {
            entry.write(ExtractFormat.MAPPER.writeValueAsBytes(outcome));
        }
        deflater.flush();
        zip.finish();
    }

    EntryStream begin(EntryDraft draft, Supplier<Tail> tail) throws IOException {
        return begin(name(draft), draft, tail);
    }

    private EntryStream begin(String name, EntryDraft draft, Supplier<Tail> tail) throws IOException {
        return deflater.begin(
                ExtractFormat.DATA + name,
                draft.modified().orElse(made),
                draft.mediaType(),
                written -> list(name, draft, written, tail.get()));
    }

    private EntryStream plain(String name, String mediaType, WrittenListener whenWritten) throws IOException {
        return deflater.begin(name, made, mediaType, whenWritten);
    }

    private String name(EntryDraft draft) {
        String name = names.add(SafeName.of(draft.name()));
        if (!name.equals(draft.name())) {
            changedNames++;
        }
        return name;
    }

    private void list(String name, EntryDraft draft, Written written, Tail tail) throws IOException {
        Entry entry = new Entry(
                name,
                draft.collection(),
                draft.items(),
                draft.kind(),
                draft.mediaType(),
                written.sizes().size(),
                written.sha512(),
                tail.records(),
                tail.keptUntil());
        lines.stream().write(ExtractFormat.MAPPER.writeValueAsBytes(entry));
        lines.stream().write('\n');
    }

    Path scratch() {
        return scratch;
    }

    Progress progress() {
        return progress;
    }

    @Override
    public void close() throws IOException {
        deflater.close();
        lines.close();
    }
}
