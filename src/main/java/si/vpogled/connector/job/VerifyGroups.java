package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.Unread;
import si.vpogled.connector.Fault;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.RecordGroup;
import si.vpogled.subject.Identifier;

/**
 * Looks again what there is of some groups, under the identifiers that they were found by: an account that is gone would
 * no longer be identified.
 */
final class VerifyGroups {
    private final Counting counting;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    VerifyGroups(Counting counting) {
        this.counting = counting;
    }

    private record Place(String collection, String service, Identifier identifier) {
        static Place of(RecordGroup group) {
            return new Place(group.collection(), group.service(), group.identifier());
        }
    }

    Counted run(List<PlannedGroup> planned) {
        Map<Place, List<RecordGroup>> places = new LinkedHashMap<>();
        planned.forEach(one -> places.computeIfAbsent(Place.of(one.group()), _ -> new ArrayList<>())
                .add(one.group()));
        places.values().forEach(this::look);
        return new Counted(findings, unread);
    }

    /** @param groups of one place */
    private void look(List<RecordGroup> groups) {
        RecordGroup first = groups.getFirst();
        try {
            GroupCounts counts = counting.of(counting.portion(first), first.identifier(), List.of());
            Optional<Fault> doubt = counts.doubt();
            if (doubt.isPresent()) {
                unread(first, doubt.get());
            } else {
                groups.forEach(group -> findings.add(counts.finding(group.identifier(), group.period())));
            }
        } catch (ConnectorException e) {
            unread(first, Counted.fault(e));
        }
    }

    private void unread(RecordGroup group, Fault fault) {
        unread.add(new Unread(group.collection(), group.service(), Optional.of(group.identifier()), fault));
    }
}
