package si.vpogled.bundle.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.Part;

/** What is withheld of one entry, and of the other forms of the same records. */
public final class Cut {
    public static final Cut NOTHING = new Cut(List.of(), 0);

    private final List<BundlePlan.WithheldPart> parts;
    private final Map<String, BundlePlan.WithheldPart> columns = new TreeMap<>();
    private final Map<Long, BundlePlan.WithheldPart> records = new TreeMap<>();
    private final Map<Long, Map<String, BundlePlan.WithheldPart>> cells = new TreeMap<>();
    private Optional<BundlePlan.WithheldPart> whole = Optional.empty();

    /** @param size how many records the entry has; 0 for a file */
    private Cut(List<BundlePlan.WithheldPart> parts, long size) {
        this.parts = List.copyOf(parts);
        parts.forEach(this::add);
        if (size > 0 && records.size() == size) {
            whole = whole.or(() -> records.values().stream().findFirst());
        }
        fields().forEach(field -> column(field, size));
    }

    /** The name by which parts of an entry are decided on: the forms of one collection share it. */
    public static String name(Entry entry) {
        return switch (entry.kind()) {
            case RECORDS, TABLE, CONTACTS -> entry.nameWithoutEnding() + ".json";
            case FILE, MAIL, RDAP -> entry.name();
        };
    }

    /** @param size how many records the entry has; 0 for a file */
    public static Cut of(List<BundlePlan.WithheldPart> parts, long size) {
        return parts.isEmpty() ? NOTHING : new Cut(parts, size);
    }

    private void add(BundlePlan.WithheldPart withheld) {
        Part part = withheld.part();
        switch (part.extent()) {
            case ENTRY -> whole = Optional.of(withheld);
            case COLUMN -> columns.put(part.field().orElseThrow(), withheld);
            case RECORD -> records.put(part.record().orElseThrow().number(), withheld);
            case CELL ->
                cells.computeIfAbsent(part.record().orElseThrow().number(), _ -> new TreeMap<>())
                        .put(part.field().orElseThrow(), withheld);
        }
    }

    private Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        cells.values().forEach(record -> fields.addAll(record.keySet()));
        return fields;
    }

    /** A field that is withheld in each record that is left is withheld in all. */
    private void column(String field, long size) {
        long without = cells.entrySet().stream()
                .filter(record -> record.getValue().containsKey(field) && !records.containsKey(record.getKey()))
                .count();
        if (without > 0 && without + records.size() == size) {
            cells.values().stream()
                    .filter(record -> record.containsKey(field))
                    .findFirst()
                    .ifPresent(record -> columns.putIfAbsent(field, record.get(field)));
        }
    }

    public boolean isNothing() {
        return parts.isEmpty();
    }

    /** What was decided, one by one. */
    public List<BundlePlan.WithheldPart> parts() {
        return parts;
    }

    /** The decision that leaves nothing of the entry, where there is one. */
    public Optional<BundlePlan.WithheldPart> whole() {
        return whole;
    }

    /** Fields withheld in all records, by name. */
    public Map<String, BundlePlan.WithheldPart> columns() {
        return Map.copyOf(columns);
    }

    /** The decision on a record as a whole. */
    public Optional<BundlePlan.WithheldPart> record(long number) {
        return Optional.ofNullable(records.get(number));
    }

    /** Fields withheld in one record, by name. */
    public Map<String, BundlePlan.WithheldPart> cells(long number) {
        return cells.getOrDefault(number, Map.of());
    }

    /** What must be at a place for the decisions to hold, by number of the record. */
    public Map<Long, String> prints() {
        Map<Long, String> prints = new TreeMap<>();
        parts.forEach(one -> one.part().record().ifPresent(mark -> prints.put(mark.number(), mark.print())));
        return prints;
    }
}
