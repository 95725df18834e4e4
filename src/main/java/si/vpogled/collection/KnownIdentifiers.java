package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** What is known of a subject by proof, or by a backend from what was proved. What the form only states is not here. */
@ApplicationScoped
public class KnownIdentifiers {
    private final EntityManager database;

    KnownIdentifiers(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds what is new.
     *
     * @return the identifiers that were not known before
     */
    Set<Identifier> add(UUID request, Collection<Identifier> identifiers, String source) {
        // at once, whatever their number: the case is locked meanwhile
        return Set.copyOf(
                read(database.createNativeQuery("insert into known_identifier (request_id, kind, value, source)"
                                + " select ?1, told.kind, told.value, ?4"
                                + " from unnest(cast(?2 as text[]), cast(?3 as text[])) as told (kind, value)"
                                + " on conflict do nothing returning kind, value")
                        .setParameter(1, request)
                        .setParameter(2, kinds(identifiers))
                        .setParameter(3, values(identifiers))
                        .setParameter(4, source)));
    }

    private static String[] kinds(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::kind).toArray(String[]::new);
    }

    private static String[] values(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toArray(String[]::new);
    }

    /**
     * Adds what the subject or staff proved; a proof also stands where a connector had said the same before.
     *
     * @return the identifiers that were not known before
     */
    Set<Identifier> prove(UUID request, Collection<Identifier> identifiers, String method) {
        Set<Identifier> added = add(request, identifiers, method);
        identifiers.forEach(identifier -> database.createNativeQuery("update known_identifier set source = ?4"
                        + " where request_id = ?1 and kind = ?2 and value = ?3")
                .setParameter(1, request)
                .setParameter(2, identifier.kind())
                .setParameter(3, identifier.value())
                .setParameter(4, method)
                .executeUpdate());
        return added;
    }

    /**
     * Puts what a connector says now in the place of what it said before.
     *
     * @return the identifiers that came or went
     */
    Set<Identifier> replace(UUID request, Collection<Identifier> identifiers, String source) {
        Set<Identifier> before = new HashSet<>(from(request, source));
        Set<Identifier> changed = new HashSet<>(before);
        changed.removeAll(identifiers);
        database.createNativeQuery("delete from known_identifier known"
                        + " using unnest(cast(?2 as text[]), cast(?3 as text[])) as gone (kind, value)"
                        + " where known.request_id = ?1 and known.kind = gone.kind and known.value = gone.value")
                .setParameter(1, request)
                .setParameter(2, kinds(changed))
                .setParameter(3, values(changed))
                .executeUpdate();
        changed.addAll(add(request, identifiers, source));
        return changed;
    }

    void forget(UUID request) {
        database.createNativeQuery("delete from known_identifier where request_id = ?1")
                .setParameter(1, request)
                .executeUpdate();
    }

    /** All of a case, by proof or by a backend. */
    public List<Identifier> of(UUID request) {
        return read(database.createNativeQuery(
                        "select kind, value from known_identifier where request_id = ?1 order by kind, value")
                .setParameter(1, request));
    }

    /**
     * What a connector is asked by: of the kinds that it looks people up by, and not what it said itself, which it has
     * to find again.
     */
    List<Identifier> toAsk(UUID request, ConnectorDefinition connector) {
        return read(database.createNativeQuery("select kind, value from known_identifier"
                        + " where request_id = ?1 and source <> ?2 and kind = any(cast(?3 as text[]))"
                        + " order by kind, value")
                .setParameter(1, request)
                .setParameter(2, connector.connector())
                .setParameter(
                        3, connector.needs().stream().map(IdentifierKind::key).toArray(String[]::new)));
    }

    private List<Identifier> from(UUID request, String source) {
        return read(database.createNativeQuery(
                        "select kind, value from known_identifier where request_id = ?1 and source = ?2")
                .setParameter(1, request)
                .setParameter(2, source));
    }

    private static List<Identifier> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> Identifier.of(IdentifierKind.of((String) row[0]), (String) row[1]))
                .toList();
    }
}
