package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser.Scope;
import si.vpogled.connector.ErasureOutcome.State;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.Source;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.RetentionDefinition;

/**
 * Takes one step of an erasure: group by group, those of later collections first, because they refer to earlier ones.
 * Each group is counted before anything of it goes; one that holds more than the plan says is left as it is.
 */
final class EraseGroups {
    private static final long AT_ONCE = 500;

    private final Counting counting;
    private final AtomicLong erased;
    private final long most;

    /**
     * @param erased counts all that this step erases
     * @param most records that it may erase
     */
    EraseGroups(Counting counting, AtomicLong erased, long most) {
        this.counting = counting;
        this.erased = erased;
        this.most = most;
    }

    List<Step> run(List<PlannedGroup> planned) {
        Map<String, Integer> order = new HashMap<>();
        counting.definition().collections().forEach(collection -> order.put(collection.id(), -order.size()));
        List<PlannedGroup> sorted = planned.stream()
                .sorted(Comparator.comparing(
                        one -> order.getOrDefault(one.group().collection(), 0)))
                .toList();
        List<Step> steps = new ArrayList<>();
        sorted.forEach(one -> steps.add(step(one)));
        return steps;
    }

    private Step step(PlannedGroup planned) {
        Progress progress = new Progress(planned);
        try {
            return left() > 0 ? progress.at(erase(planned, progress)) : progress.at(State.CONTINUES);
        } catch (ConnectorException e) {
            return progress.failed(e);
        }
    }

    private long left() {
        return most - erased.get();
    }

    private State erase(PlannedGroup planned, Progress progress) throws ConnectorException {
        Portion portion = counting.portion(planned.group());
        ObjectNode means = means(portion.collection(), planned.way());
        GroupCounts counts = counting.of(portion, planned.group().identifier(), planned.items());
        counts.refuseDoubt();
        GroupCounts.GroupCount count = counts.of(planned.group().period());
        progress.found = planned.way() == Way.ERASE ? count.records() : count.withSought();
        if (count.records() > planned.records()) {
            progress.found = count.records();
            return State.MORE_THAN_PLANNED;
        }
        boolean moving = true;
        while (moving && progress.left() > 0 && left() > 0) {
            long before = progress.done;
            Scope scope = scope(portion, planned, progress.left());
            counting.reading()
                    .change(portion.collection().source(), eraser -> eraser.erase(means, scope, progress::erased));
            moving = progress.done > before;
        }
        return moving && progress.left() > 0 ? State.CONTINUES : State.DONE;
    }

    private Scope scope(Portion portion, PlannedGroup planned, long left) {
        boolean dated = KeptUntil.of(portion.collection()).isDated();
        return new Scope(
                counting.read(portion.collection()),
                new Source.Bindings(planned.group().identifier(), portion.service()),
                planned.group().period(),
                portion.collection().retention().filter(_ -> dated).map(RetentionDefinition::from),
                left,
                Math.min(AT_ONCE, Math.min(left, left())));
    }

    private static ObjectNode means(CollectionDefinition collection, Way way) throws ConnectorException {
        return collection
                .erasure()
                .flatMap(erasure -> erasure.means(way))
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "The collection " + collection.id() + " has no means to "
                                + way.name().toLowerCase(Locale.ROOT)
                                + ": the plan asks for what its definition cannot do"));
    }

    private final class Progress {
        private final PlannedGroup planned;
        private long found;
        private long done;

        private Progress(PlannedGroup planned) {
            this.planned = planned;
        }

        private long left() {
            return found - done;
        }

        private void erased(long records) throws ConnectorException {
            done += records;
            erased.addAndGet(records);
            counting.reading().check();
        }

        private Step at(State state) {
            return new Step(planned.group(), state, found, done, Optional.empty());
        }

        private Step failed(ConnectorException e) {
            return new Step(planned.group(), State.FAILED, found, done, Optional.of(Counted.fault(e)));
        }
    }
}
