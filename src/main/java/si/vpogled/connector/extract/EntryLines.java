package si.vpogled.connector.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Joins the lines of {@code entries.jsonl} with the archive: each with one entry, and no entry left over. */
final class EntryLines implements Iterator<ExtractEntry> {
    private static final long MAX_LINE = 1 << 16;
    private static final Pattern SHA_512 = Pattern.compile("[0-9a-f]{128}");
    private final ZipFile zip;
    private final MappingIterator<Entry> lines;
    private final Set<Long> seen = new HashSet<>();
    private final Map<Object, Object> shared = new HashMap<>();
    private final int dataEntries;

    private EntryLines(ZipFile zip, MappingIterator<Entry> lines, int dataEntries) {
        this.zip = zip;
        this.lines = lines;
        this.dataEntries = dataEntries;
    }

    static Stream<ExtractEntry> stream(ZipFile zip) throws IOException {
        ZipArchiveEntry list = Frame.required(zip, ExtractFormat.ENTRIES);
        int dataEntries = Collections.list(zip.getEntries()).size() - 2;
        if (list.getSize() > MAX_LINE * dataEntries) {
            throw new InvalidExtractException("The extract's entries.jsonl is too long for its entries");
        }
        InputStream in = Frame.content(zip, list);
        EntryLines joined = new EntryLines(zip, lines(in), dataEntries);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(joined, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(joined::close);
    }

    /** Looks at the first line already. */
    private static MappingIterator<Entry> lines(InputStream in) throws IOException {
        try {
            return ExtractFormat.MAPPER.readerFor(Entry.class).readValues(in);
        } catch (JsonProcessingException e) {
            throw malformed(1, e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            boolean more = lines.hasNextValue();
            if (!more && seen.size() != dataEntries) {
                throw invalid("The extract holds entries that entries.jsonl does not list");
            }
            return more;
        } catch (JsonProcessingException e) {
            throw malformed(seen.size() + 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ExtractEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return join(lines.nextValue());
        } catch (JsonProcessingException e) {
            throw malformed(seen.size() + 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExtractEntry join(Entry entry) {
        int line = seen.size() + 1;
        if (entry == null || !complete(entry)) {
            throw invalid("Line " + line + " of the extract's entries.jsonl lacks a part of an entry");
        }
        if (!SafeName.isSafe(entry.name())) {
            throw invalid("Line " + line + " of the extract's entries.jsonl has a name that is not safe to unpack");
        }
        ZipArchiveEntry raw = Frame.only(zip, ExtractFormat.DATA + entry.name())
                .orElseThrow(() ->
                        invalid("Line " + line + " of the extract's entries.jsonl goes with not exactly one entry"));
        if (!seen.add(raw.getLocalHeaderOffset())) {
            throw invalid("Line " + line + " of the extract's entries.jsonl names an entry a second time");
        }
        if (raw.getSize() != entry.size()) {
            throw invalid("Line " + line + " of the extract's entries.jsonl has another size than the archive");
        }
        return new ExtractEntry(zip, raw, shared(entry));
    }

    /** What many lines say alike is kept once. */
    private Entry shared(Entry entry) {
        return new Entry(
                entry.name(),
                shared(entry.collection()),
                shared(entry.items()),
                entry.kind(),
                shared(entry.mediaType()),
                entry.size(),
                entry.sha512(),
                entry.records(),
                entry.keptUntil());
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private static boolean complete(Entry entry) {
        return entry.name() != null
                && entry.collection() != null
                && entry.kind() != null
                && entry.mediaType() != null
                && entry.sha512() != null
                && SHA_512.matcher(entry.sha512()).matches()
                && entry.records() >= 0;
    }

    private static UncheckedIOException malformed(int line, JsonProcessingException e) {
        return new UncheckedIOException(new InvalidExtractException(
                "Line " + line + " of the extract's entries.jsonl does not follow entry.schema.json", e));
    }

    private static UncheckedIOException invalid(String message) {
        return new UncheckedIOException(new InvalidExtractException(message));
    }

    private void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
