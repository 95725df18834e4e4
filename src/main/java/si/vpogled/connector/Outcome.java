package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

/**
 * What a run found, item by item: {@code outcome.json}, the last entry of an extract, {@code outcome.schema.json}.
 *
 * @param items exactly the items of the order, each once
 * @param identifiers what the backend added to what is known of the subject, proved by what was proved
 * @param doubts accounts that were found but left out, because the contact that leads to them proves nothing yet
 * @param unidentified kinds of which some identifiers may be missing, because finding them failed
 * @param remarks things left aside that a reader should know of (links not followed, names changed)
 */
public record Outcome(
        int version,
        UUID run,
        int attempt,
        String connector,
        Instant started,
        Instant ended,
        List<ItemOutcome> items,
        List<Identifier> identifiers,
        List<Doubt> doubts,
        List<Unidentified> unidentified,
        List<Remark> remarks) {
    public Outcome {
        items = List.copyOf(items);
        identifiers = List.copyOf(identifiers);
        doubts = List.copyOf(doubts);
        unidentified = unidentified == null ? List.of() : List.copyOf(unidentified);
        remarks = List.copyOf(remarks);
    }

    /** The gravest fault of any item or of finding identifiers, by the order retry, act, look. */
    public Optional<Fault> fault() {
        return Stream.concat(
                        items.stream().flatMap(item -> item.fault().stream()),
                        unidentified.stream().map(Unidentified::fault))
                .min(java.util.Comparator.comparing(fault -> fault.kind() != FaultKind.UNAVAILABLE));
    }

    /** The same without anything by which the subject can be told. */
    public Outcome ofNobody() {
        return new Outcome(
                version, run, attempt, connector, started, ended, items, List.of(), List.of(), unidentified, remarks);
    }

    public enum Found {
        @JsonProperty("found")
        FOUND,
        @JsonProperty("none-held")
        NONE_HELD,
        @JsonProperty("failed")
        FAILED
    }

    /**
     * @param outcome failed where it is not known what is held; what entries there are of it may not be all
     * @param records with a value for this item, or files; 0 unless found
     * @param fault only where failed
     * @param searched only where none is held: false where no collection that carries the item was read, because no
     *     identifier was known that one is read by. Absent where something was read, and where nobody says
     */
    public record ItemOutcome(
            ItemId item, Found outcome, long records, Optional<Fault> fault, Optional<Boolean> searched) {
        /** Of something that was read, or that failed. */
        public ItemOutcome(ItemId item, Found outcome, long records, Optional<Fault> fault) {
            this(item, outcome, records, fault, Optional.empty());
        }

        /** Not held, as far as anybody can say who had nothing to look by. */
        public static ItemOutcome unsearched(ItemId item) {
            return new ItemOutcome(item, Found.NONE_HELD, 0, Optional.empty(), Optional.of(false));
        }

        /** Whether there was nothing to look by. */
        public boolean nothingToLookBy() {
            return outcome == Found.NONE_HELD && searched.stream().anyMatch(was -> !was);
        }
    }

    /**
     * @param identifier the account left out
     * @param contactChanged the day on which its contact last changed
     * @param settledFrom the day from which that contact counts as proof
     */
    public record Doubt(Identifier identifier, LocalDate contactChanged, LocalDate settledFrom) {}

    /** Identifiers of this kind could not all be found: there may be accounts that nobody was asked about. */
    public record Unidentified(IdentifierKind kind, Fault fault) {}

    /**
     * Something that is not as a reader would expect it, and how often. The subject reads it too.
     *
     * @param text without personal data
     * @param items whose data it is; none where it is said of the whole extract
     * @param leftOut whether it is not in the extract at all; else it is there, but not as it was
     */
    public record Remark(Text text, long count, List<ItemId> items, boolean leftOut) {
        public Remark {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
