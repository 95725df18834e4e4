package si.vpogled.bundle.completeness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;

/** Where each item stands in the bundle, gathered from the entries that go into it. */
public final class Carriers {
    private final Map<ItemId, List<String>> files = new TreeMap<>();
    private final Map<ItemId, Map<String, Verdict.Folder>> folders = new TreeMap<>();

    /** Counts an entry for the items of it that are handed out. */
    public void add(Entry entry, Scope scope) {
        for (ItemId item : entry.items()) {
            if (scope.handsOut(item)) {
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

    /** The folder of the entry's collection. */
    public static String folder(Entry entry) {
        String[] parts = entry.name().split("/", 4);
        return parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
    }

    List<String> files(ItemId item) {
        return files.getOrDefault(item, List.of()).stream().sorted().toList();
    }

    List<Verdict.Folder> folders(ItemId item) {
        return List.copyOf(folders.getOrDefault(item, Map.of()).values());
    }
}
