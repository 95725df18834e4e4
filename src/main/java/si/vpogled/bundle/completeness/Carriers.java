package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;

/** Where each item stands in the bundle, gathered from the entries that go into it. */
public final class Carriers {
    private final Map<ItemId, List<String>> files = new TreeMap<>();
    private final Map<ItemId, Map<String, Verdict.Folder>> folders = new TreeMap<>();
    private final Map<String, PartLeftOut> parts = new LinkedHashMap<>();
    private final Map<ItemId, Long> withheld = new TreeMap<>();
    private final Map<String, LeftOut> leftOut = new TreeMap<>();
    private final Map<ItemId, LocalDate> keptUntil = new TreeMap<>();
    private final Set<ItemId> brought = new HashSet<>();

    /**
     * Files of one collection that are left out whole, because what may be handed out cannot be told apart in them
     * from what may not.
     *
     * @param handedOut what they carry that might be handed out
     * @param because what they carry that is not
     */
    record LeftOut(long files, List<ItemId> handedOut, List<ItemId> because) {
        private LeftOut and(LeftOut other) {
            return new LeftOut(files + other.files, handedOut, because);
        }
    }

    /** Notes an entry that a connector brought, whatever becomes of it. */
    public void bring(Entry entry) {
        brought.addAll(entry.items());
    }

    boolean brought(ItemId item) {
        return brought.contains(item);
    }

    /**
     * Counts an entry for the items of it that are handed out.
     *
     * @param gone items of which nothing is left in it, though it goes into the bundle
     */
    public void add(Entry entry, Scope scope, Set<ItemId> gone) {
        for (ItemId item : entry.items()) {
            if (scope.handsOut(item) && !gone.contains(item)) {
                entry.keptUntil().ifPresent(day -> keptUntil.merge(item, day, (a, b) -> a.isAfter(b) ? a : b));
                switch (entry.kind()) {
                    case RECORDS, TABLE, CONTACTS ->
                        files.computeIfAbsent(item, key -> new ArrayList<>()).add(entry.name());
                    case FILE, MAIL, RDAP ->
                        folders.computeIfAbsent(item, key -> new LinkedHashMap<>())
                                .merge(
                                        folder(entry),
                                        new Verdict.Folder(folder(entry), 1, entry.size()),
                                        (a, b) -> new Verdict.Folder(
                                                a.path(), a.files() + b.files(), a.bytes() + b.bytes()));
                }
            }
        }
    }

    /** Counts a file that the bundle itself adds about items; those that are not handed out are none of it. */
    public void add(String path, List<ItemId> items, Scope scope) {
        items.stream()
                .filter(scope::handsOut)
                .forEach(item ->
                        files.computeIfAbsent(item, _ -> new ArrayList<>()).add(path));
    }

    /** Notes an entry that does not go into the bundle, although something in it might. */
    public void leaveOut(Entry entry, Scope scope) {
        Map<Boolean, List<ItemId>> items =
                entry.items().stream().distinct().collect(Collectors.partitioningBy(scope::handsOut));
        if (!items.get(true).isEmpty()) {
            LeftOut one = new LeftOut(1, items.get(true), items.get(false));
            leftOut.merge(entry.collection() + " " + entry.items(), one, LeftOut::and);
        }
    }

    /**
     * Notes what is left out of entries beside items.
     *
     * @param values how many values, or files, of each item go with it
     */
    public void withhold(List<PartLeftOut> leftOutParts, Map<ItemId, Long> values) {
        leftOutParts.forEach(part -> parts.merge(part.place() + part.items() + part.text(), part, PartLeftOut::and));
        values.forEach((item, count) -> withheld.merge(item, count, Long::sum));
    }

    public List<PartLeftOut> parts() {
        return List.copyOf(parts.values());
    }

    List<PartLeftOut> parts(ItemId item) {
        return parts.values().stream()
                .filter(part -> part.items().contains(item))
                .toList();
    }

    /** How many values, or files, of an item are withheld. */
    long withheld(ItemId item) {
        return withheld.getOrDefault(item, 0L);
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut.values());
    }

    /** The folder of the entry's collection. */
    public static String folder(Entry entry) {
        String[] parts = entry.name().split("/", 4);
        return parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
    }

    /** The last day on which the longest-kept record that carries the item is kept. */
    Optional<LocalDate> keptUntil(ItemId item) {
        return Optional.ofNullable(keptUntil.get(item));
    }

    List<String> files(ItemId item) {
        return files.getOrDefault(item, List.of()).stream().sorted().toList();
    }

    List<Verdict.Folder> folders(ItemId item) {
        return List.copyOf(folders.getOrDefault(item, Map.of()).values());
    }
}
