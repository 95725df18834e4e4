package si.vpogled.connector.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Outcome.Unidentified;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** By what the subject is known, as it grows during a run, and which kinds of it are not known in full. */
final class Known {
    private final Set<Identifier> ordered;
    private final Set<Identifier> all;
    private final Map<Identifier, Doubt> doubts = new LinkedHashMap<>();
    private final Map<IdentifierKind, ConnectorException> incomplete = new EnumMap<>(IdentifierKind.class);

    Known(Collection<Identifier> ordered) {
        this.ordered = Set.copyOf(ordered);
        this.all = new LinkedHashSet<>(ordered);
    }

    List<Identifier> of(IdentifierKind kind) {
        return all.stream().filter(identifier -> identifier.type() == kind).toList();
    }

    void add(Identifier identifier) {
        all.add(identifier);
    }

    /** An account whose contact changed too recently; a second row of it keeps the later change. */
    void doubt(Identifier identifier, LocalDate changed, LocalDate settledFrom) {
        doubts.merge(
                identifier,
                new Doubt(identifier, changed, settledFrom),
                (one, other) -> one.contactChanged().isAfter(other.contactChanged()) ? one : other);
    }

    /** Identifiers of these kinds may be missing, because finding them failed. */
    void incomplete(Collection<IdentifierKind> kinds, ConnectorException fault) {
        kinds.forEach(kind -> incomplete.putIfAbsent(kind, fault));
    }

    Optional<ConnectorException> whyIncomplete(IdentifierKind kind) {
        return Optional.ofNullable(incomplete.get(kind));
    }

    /** Why some identifiers may be missing, by kind. */
    List<Unidentified> unidentified() {
        return incomplete.entrySet().stream()
                .map(one -> new Unidentified(
                        one.getKey(),
                        new Fault(one.getValue().kind(), one.getValue().getMessage())))
                .toList();
    }

    /** What the backend added. */
    List<Identifier> found() {
        return all.stream().filter(identifier -> !ordered.contains(identifier)).toList();
    }

    /** Accounts left out; one that something else proves is none. */
    List<Doubt> doubts() {
        List<Doubt> left = new ArrayList<>(doubts.values());
        left.removeIf(doubt -> all.contains(doubt.identifier()));
        return left;
    }
}
