package si.vpogled.bundle.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.json.RecordPrint;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.connector.extract.Part;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Unseal;

/** One connector's extract, opened to be looked at: reads what is asked for and no more, whatever the length of the rest. */
public final class FoundExtract implements Closeable {
    private final String connector;
    private final ExtractReader reader;
    private final RecordPrint print;
    private final List<ExtractEntry> entries = new ArrayList<>();

    private FoundExtract(String connector, ExtractReader reader, RecordPrint print) {
        this.connector = connector;
        this.reader = reader;
        this.print = print;
    }

    /** @throws UnreadableExtractException where it is missing, damaged or of another run */
    public static FoundExtract open(BundlePlan.Extract extract, ObjectStore store, OctetKeyPair requestKeyPair)
            throws UnreadableExtractException {
        try {
            byte[] context = extract.sealContext().getBytes(StandardCharsets.UTF_8);
            ExtractReader reader = ExtractReader.open(
                    Unseal.open(requestKeyPair, context, store.open(extract.key())), OpenExtracts.MOST_BYTES);
            FoundExtract found = new FoundExtract(extract.connector(), reader, new RecordPrint(requestKeyPair));
            found.list();
            return found;
        } catch (UncheckedIOException e) {
            throw new UnreadableExtractException(extract.connector(), e.getCause());
        } catch (IOException e) {
            throw new UnreadableExtractException(extract.connector(), e);
        }
    }

    private void list() throws IOException {
        try (Stream<ExtractEntry> stream = reader.entries()) {
            stream.forEach(entries::add);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Files and collections, in the order in which they were written. */
    public List<FoundEntry> all() {
        Map<String, List<Entry>> forms = entries.stream()
                .map(ExtractEntry::entry)
                .filter(FoundExtract::isForm)
                .collect(Collectors.groupingBy(Entry::nameWithoutEnding));
        return IntStream.range(0, entries.size())
                .filter(place -> !isForm(entries.get(place).entry()))
                .mapToObj(place -> found(place, forms))
                .toList();
    }

    private static boolean isForm(Entry entry) {
        return switch (entry.kind()) {
            case TABLE, CONTACTS -> true;
            case RECORDS, FILE, MAIL, RDAP -> false;
        };
    }

    private FoundEntry found(int place, Map<String, List<Entry>> forms) {
        Entry entry = entries.get(place).entry();
        List<Entry> its = entry.kind() == Entry.Kind.RECORDS
                ? forms.getOrDefault(entry.nameWithoutEnding(), List.of())
                : List.of();
        return new FoundEntry(place + 1, entry, its);
    }

    /**
     * @param after how many records to pass over
     * @param count how many to give at most
     */
    public FoundRecords records(FoundEntry entry, long after, int count) throws IOException {
        List<FoundRecords.FoundRecord> records = new ArrayList<>();
        try (CollectionReader collection = content(entry).everything()) {
            collection.skip(after);
            while (records.size() < count) {
                Optional<ObjectNode> record = collection.next();
                if (record.isEmpty()) {
                    break;
                }
                records.add(new FoundRecords.FoundRecord(
                        new Part.Mark(collection.number(), print.of(record.get())), record.get()));
            }
            return new FoundRecords(collection.head(), records);
        }
    }

    public CollectionHead head(FoundEntry entry) throws IOException {
        try (CollectionReader collection = content(entry).everything()) {
            return collection.head();
        }
    }

    /** A file's first bytes. */
    public byte[] beginning(FoundEntry entry, int most) throws IOException {
        try (InputStream content = content(entry).open()) {
            return content.readNBytes(most);
        }
    }

    /**
     * Looks for parts that were decided on in an earlier extract of the same connector.
     *
     * @param parts all of one entry
     * @return those that are there and cannot be mistaken, each with where it is now
     */
    public Map<Part, Part> again(String entry, List<Part> parts) throws IOException {
        Optional<FoundEntry> found =
                all().stream().filter(one -> one.entry().name().equals(entry)).findFirst();
        if (found.isEmpty() || !found.get().collection()) {
            return found.isEmpty() ? Map.of() : parts.stream().collect(Collectors.toMap(part -> part, part -> part));
        }
        Set<String> fields = head(found.get()).fields().stream()
                .map(CollectionHead.Field::name)
                .collect(Collectors.toSet());
        Map<String, List<Long>> places = places(
                found.get(),
                parts.stream()
                        .flatMap(part -> part.record().stream())
                        .map(Part.Mark::print)
                        .collect(Collectors.toSet()));
        Map<Part, Part> again = new HashMap<>();
        for (Part part : parts) {
            List<Long> there =
                    part.record().map(mark -> places.get(mark.print())).orElse(List.of());
            if (part.field().stream().allMatch(fields::contains)
                    && (part.record().isEmpty() || there.size() == 1)) {
                again.put(part, part.record().isEmpty() ? part : part.at(there.getFirst()));
            }
        }
        return again;
    }

    private Map<String, List<Long>> places(FoundEntry entry, Set<String> prints) throws IOException {
        Map<String, List<Long>> places = new HashMap<>();
        prints.forEach(wanted -> places.put(wanted, new ArrayList<>()));
        if (prints.isEmpty()) {
            return places;
        }
        try (CollectionReader collection = content(entry).everything()) {
            for (Optional<ObjectNode> record = collection.next(); record.isPresent(); record = collection.next()) {
                Optional.ofNullable(places.get(print.of(record.get())))
                        .ifPresent(numbers -> numbers.add(collection.number()));
            }
        }
        return places;
    }

    private Content content(FoundEntry entry) {
        return new Content(connector, entries.get(entry.number() - 1), Scope.Treatment.COPY);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
