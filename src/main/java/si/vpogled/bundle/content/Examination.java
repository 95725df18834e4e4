package si.vpogled.bundle.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.json.RecordPrint;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Part;
import si.vpogled.inventory.ItemId;

/**
 * Looks through a collection of which something is withheld, before anything is written: whether each record is the one
 * that was decided on, and how many values of each item go.
 */
final class Examination {
    private final Content content;
    private final Cut cut;
    private final Map<ItemId, Long> values = new HashMap<>();
    private final Set<ItemId> gone = new HashSet<>();

    private Examination(Content content, Cut cut) {
        this.content = content;
        this.cut = cut;
    }

    /** @throws ShiftedPartException where a decision is about what is not there */
    static Examination of(Content content, Cut cut, RecordPrint print) throws IOException {
        Examination examination = new Examination(content, cut);
        try (CollectionReader reader = content.everything()) {
            List<CollectionHead.Field> fields = reader.head().fields();
            examination.requireFields(fields);
            examination.items(fields);
            examination.records(reader, fields, print);
        }
        return examination;
    }

    /** How many values of each item are withheld. */
    Map<ItemId, Long> values() {
        return Map.copyOf(values);
    }

    /** Items of which nothing is left here. */
    Set<ItemId> gone() {
        return Set.copyOf(gone);
    }

    private void requireFields(List<CollectionHead.Field> fields) throws ShiftedPartException {
        Set<String> names = fields.stream().map(CollectionHead.Field::name).collect(Collectors.toSet());
        if (!cut.parts().stream()
                .map(BundlePlan.WithheldPart::part)
                .map(Part::field)
                .flatMap(Optional::stream)
                .allMatch(names::contains)) {
            throw shifted();
        }
    }

    private void items(List<CollectionHead.Field> fields) {
        Map<ItemId, List<CollectionHead.Field>> byItem = fields.stream()
                .filter(field -> field.item().isPresent())
                .collect(Collectors.groupingBy(field -> field.item().get()));
        byItem.forEach((item, its) -> {
            if (its.stream().allMatch(field -> cut.columns().containsKey(field.name()))) {
                gone.add(item);
            }
        });
    }

    private void records(CollectionReader reader, List<CollectionHead.Field> fields, RecordPrint print)
            throws IOException {
        Map<Long, String> prints = new HashMap<>(cut.prints());
        for (Optional<ObjectNode> record = reader.next(); record.isPresent(); record = reader.next()) {
            long number = reader.number();
            String expected = prints.remove(number);
            if (expected != null && !expected.equals(print.of(record.get()))) {
                throw shifted();
            }
            if (cut.whole().isPresent() || touches(number)) {
                count(record.get(), number, fields);
            }
        }
        if (!prints.isEmpty()) {
            throw shifted();
        }
    }

    private boolean touches(long number) {
        return !cut.columns().isEmpty()
                || cut.record(number).isPresent()
                || !cut.cells(number).isEmpty();
    }

    private void count(ObjectNode record, long number, List<CollectionHead.Field> fields) {
        boolean all = cut.whole().isPresent() || cut.record(number).isPresent();
        Set<ItemId> held = new HashSet<>();
        Set<ItemId> left = new HashSet<>();
        fields.stream().filter(field -> record.has(field.name())).forEach(field -> {
            boolean goes = all
                    || cut.columns().containsKey(field.name())
                    || cut.cells(number).containsKey(field.name());
            Stream<ItemId> items = field.item().stream();
            items.forEach(item -> {
                held.add(item);
                if (!goes) {
                    left.add(item);
                }
            });
        });
        held.removeAll(left);
        held.forEach(item -> values.merge(item, 1L, Long::sum));
    }

    private ShiftedPartException shifted() {
        return new ShiftedPartException(content.connector());
    }
}
