package si.vpogled.bundle.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.bundle.completeness.Carriers;
import si.vpogled.bundle.completeness.PartLeftOut;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.bundle.report.Collected;
import si.vpogled.bundle.report.CollectedRecords;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.text.Text;

/** The contents grouped to collections, in the order of the inventory, for the report. */
public final class Collections implements CollectedRecords {
    private final OpenExtracts extracts;
    private final Inventory inventory;
    private final Map<String, Content> records = new LinkedHashMap<>();

    public Collections(OpenExtracts extracts, Inventory inventory) {
        this.extracts = extracts;
        this.inventory = inventory;
    }

    public List<Collected> all() throws IOException {
        Map<String, List<Content>> groups = new LinkedHashMap<>();
        for (Content content : extracts.contents()) {
            String group = content.collection() + (isFile(content.source().entry()) ? "/" : "");
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(content);
        }
        List<Collected> all = new ArrayList<>();
        for (List<Content> group : groups.values()) {
            all.add(collected(group));
        }
        all.sort(Comparator.comparingInt(this::column).thenComparingInt(this::row));
        return all;
    }

    private static boolean isFile(Entry entry) {
        return switch (entry.kind()) {
            case FILE, MAIL, RDAP -> true;
            case RECORDS, TABLE, CONTACTS -> false;
        };
    }

    private Collected collected(List<Content> group) throws IOException {
        Entry first = group.getFirst().source().entry();
        Optional<Content> json = group.stream()
                .filter(content -> content.source().entry().kind() == Entry.Kind.RECORDS)
                .findFirst();
        List<Entry> others = group.stream()
                .filter(content -> json.isEmpty() || content != json.get())
                .map(content -> content.source().entry())
                .toList();
        String[] place = first.name().split("/", 3);
        json.ifPresent(content -> records.put(content.name(), content));
        Optional<CollectionHead> head = json.isPresent() ? Optional.of(head(json.get())) : Optional.empty();
        return new Collected(
                place[0],
                place[1],
                first.collection(),
                head.map(CollectionHead::title).orElseGet(() -> title(first, inventory)),
                json.map(content -> content.source().entry().records()).orElse((long) others.size()),
                first.items().stream().filter(extracts.scope()::handsOut).toList(),
                head.flatMap(CollectionHead::retention).map(CollectionHead.Retention::text),
                json.map(content -> content.source().entry()),
                others,
                withheld(first));
    }

    private List<PartLeftOut> withheld(Entry entry) {
        String place = isFile(entry) ? Carriers.folder(entry) : Cut.name(entry);
        return extracts.carriers().parts().stream()
                .filter(part -> part.place().equals(place))
                .toList();
    }

    private CollectionHead head(Content content) throws IOException {
        try (CollectionReader reader = open(content)) {
            return reader.head();
        }
    }

    static Text title(Entry file, Inventory inventory) {
        return file.items().stream()
                .flatMap(item -> inventory.item(item).stream())
                .map(Item::label)
                .findFirst()
                .orElseGet(() -> Text.same(file.collection()));
    }

    CollectionReader open(Content content) throws IOException {
        return content.records(extracts.scope());
    }

    @Override
    public CollectionReader open(Collected collection) throws IOException {
        return open(records.get(collection.records().orElseThrow().name()));
    }

    private int column(Collected collection) {
        return inventory.services().stream()
                .map(Inventory.ServiceColumn::id)
                .toList()
                .indexOf(collection.service());
    }

    private int row(Collected collection) {
        return inventory.rows().stream().map(Inventory.Row::id).toList().indexOf(collection.row());
    }
}
