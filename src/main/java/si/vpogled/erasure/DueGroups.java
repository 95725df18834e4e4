package si.vpogled.erasure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import si.vpogled.connector.RecordGroup;

/**
 * What is due of a case, and which of it a connector is told of: of the same records that first lose a part and go
 * later, one thing at a time, since it tells what came of it by the records alone.
 */
record DueGroups(List<GroupEntity> rows) {
    DueGroups {
        rows = List.copyOf(rows);
    }

    Collection<GroupEntity> toErase() {
        return eachOnce(rows.stream().filter(row -> row.state.open()));
    }

    Collection<GroupEntity> toVerify() {
        return eachOnce(rows.stream().filter(row -> row.state == GroupState.DONE));
    }

    /** Of which a connector tells that it took a step. */
    List<GroupEntity> taken(String connector, RecordGroup group) {
        return toErase().stream().filter(row -> row.isOf(connector, group)).toList();
    }

    /** Of which a connector tells what is still there: all that was to be done with the records. */
    List<GroupEntity> looked(String connector, RecordGroup group) {
        return rows.stream()
                .filter(row -> row.state == GroupState.DONE && row.isOf(connector, group))
                .toList();
    }

    private record Place(String connector, RecordGroup group) {}

    private static Collection<GroupEntity> eachOnce(Stream<GroupEntity> some) {
        Map<Place, GroupEntity> first = new LinkedHashMap<>();
        some.sorted(Comparator.comparing(row -> row.dueOn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(row -> first.putIfAbsent(new Place(row.connector, row.planned.group()), row));
        return List.copyOf(first.values());
    }
}
