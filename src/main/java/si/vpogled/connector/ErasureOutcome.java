package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Outcome.Unidentified;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/**
 * What came of an order to find, erase, verify, hold or release: {@code erasure-outcome.schema.json}, sealed like an
 * extract, under the order's destination. It holds numbers and days, and of the subject only identifiers.
 *
 * @param operation of the order
 * @param plan of the order, where it had one
 * @param findings of find: every group that holds a record; of verify: every group of the order, also the empty ones
 * @param unread collections of which it is not known what they hold
 * @param steps of erase: every group of the order, once
 * @param told of hold and release: every identifier that the backend can be told of
 * @param identifiers of find: what the backend added to what is known of the subject
 * @param doubts of find: accounts left out, because the contact that leads to them proves nothing yet
 * @param unidentified of find: kinds of which some identifiers may be missing
 */
public record ErasureOutcome(
        int version,
        UUID run,
        int attempt,
        String connector,
        Order.Operation operation,
        Optional<String> plan,
        Instant started,
        Instant ended,
        List<Finding> findings,
        List<Unread> unread,
        List<Step> steps,
        List<Told> told,
        List<Identifier> identifiers,
        List<Doubt> doubts,
        List<Unidentified> unidentified) {
    public ErasureOutcome {
        findings = List.copyOf(findings);
        unread = List.copyOf(unread);
        steps = List.copyOf(steps);
        told = List.copyOf(told);
        identifiers = List.copyOf(identifiers);
        doubts = List.copyOf(doubts);
        unidentified = List.copyOf(unidentified);
    }

    /** The gravest fault of a step, a look or a telling, by the order retry, act, look. */
    public Optional<Fault> fault() {
        return Stream.of(
                        steps.stream().flatMap(step -> step.fault().stream()),
                        unread.stream().map(Unread::fault),
                        told.stream().flatMap(one -> one.fault().stream()),
                        unidentified.stream().map(Unidentified::fault))
                .flatMap(faults -> faults)
                .min(Comparator.comparing(fault -> fault.kind() != FaultKind.UNAVAILABLE));
    }

    /** What a verification found of a group; empty where nobody could look. */
    public Optional<Finding> finding(RecordGroup group) {
        return findings.stream().filter(found -> found.group().equals(group)).findFirst();
    }

    /** Those of a plan's groups that a verification contradicts: what should be gone is still found, or nobody could look. */
    public List<PlannedGroup> unproven(Collection<PlannedGroup> groups) {
        return groups.stream().filter(group -> !isProven(group)).toList();
    }

    private boolean isProven(PlannedGroup planned) {
        return findings.stream()
                .filter(finding -> finding.group().equals(planned.group()))
                .anyMatch(finding -> finding.proves(planned));
    }

    /**
     * What a group holds.
     *
     * @param records or files, or folders of mail
     * @param items how many of the records have a value for each item, those without any left out
     * @param first the earliest day of a record; empty where they have none
     * @param last the latest
     * @param contractUntil the last day of the contracts that the records are of; empty where they tell of none, or not
     *     all of them do
     * @param shared whether some of the records hold a part that is, or may be, another person's
     */
    public record Finding(
            RecordGroup group,
            long records,
            List<ItemCount> items,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            Optional<LocalDate> contractUntil,
            boolean shared) {
        public Finding {
            items = List.copyOf(items);
        }

        /** Whether nothing is left that an approved plan says goes. */
        public boolean proves(PlannedGroup planned) {
            return planned.way() == Way.ERASE
                    ? records == 0
                    : items.stream().noneMatch(count -> planned.items().contains(count.item()));
        }
    }

    /** @param records that have a value for it, at least 1 */
    public record ItemCount(ItemId item, long records) {}

    /** A collection that could not be read to its end, for one service and identifier. */
    public record Unread(String collection, String service, Optional<Identifier> identifier, Fault fault) {}

    /**
     * How far a group is.
     *
     * @param found how many there were when the step came to it; 0 where it did not, or could not look
     * @param erased by this step, as the backend says; may be too few where a fault came between
     * @param fault only where failed
     */
    public record Step(RecordGroup group, State state, long found, long erased, Optional<Fault> fault) {}

    /** How far. */
    public enum State {
        /** Nothing of it is left to be done, as the backend says. */
        @JsonProperty("done")
        DONE,
        /** The step's bound was reached before the group's end: another step is needed. */
        @JsonProperty("continues")
        CONTINUES,
        /** There is more than the plan says: nothing of it was touched, and somebody must be asked. */
        @JsonProperty("more-than-planned")
        MORE_THAN_PLANNED,
        /** A fault came between; how much of it went is told as far as it is known. */
        @JsonProperty("failed")
        FAILED
    }

    /** @param fault where the backend could not be told */
    public record Told(Identifier identifier, Optional<Fault> fault) {}
}
