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
    private static final String GONE = "unnest(cast(?2 as text[]), cast(?3 as text[])) as gone (kind, value)"
            + " where known.request_id = ?1 and known.kind = gone.kind and known.value = gone.value";

    private final EntityManager database;

    KnownIdentifiers(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds what the subject or staff proved, or a connector says. Several may say the same, and each may take back only
     * what it said itself.
     *
     * @return the identifiers that were not known before
     */
    Set<Identifier> add(UUID request, Collection<Identifier> identifiers, String source) {
        Set<Identifier> added = new HashSet<>(identifiers);
        of(request).forEach(added::remove);
        // at once, whatever their number: the case is locked meanwhile
        database.createNativeQuery("insert into known_identifier as known (request_id, kind, value, source)"
                        + " select distinct ?1, told.kind, told.value, ?4"
                        + " from unnest(cast(?2 as text[]), cast(?3 as text[])) as told (kind, value)"
                        + " on conflict (request_id, kind, value) do update set also = known.also || excluded.source"
                        + " where known.source <> excluded.source and excluded.source <> all(known.also)")
                .setParameter(1, request)
                .setParameter(2, kinds(identifiers))
                .setParameter(3, values(identifiers))
                .setParameter(4, source)
                .executeUpdate();
        return added;
    }

    private static String[] kinds(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::kind).toArray(String[]::new);
    }

    private static String[] values(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toArray(String[]::new);
    }

    /**
     * Puts what a connector says now in the place of what it said before.
     *
     * @return the identifiers that came or went
     */
    Set<Identifier> replace(UUID request, Collection<Identifier> identifiers, String source) {
        Set<Identifier> gone = new HashSet<>(from(request, source));
        gone.removeAll(identifiers);
        Set<Identifier> changed = new HashSet<>(takeBack(request, gone, source));
        changed.addAll(add(request, identifiers, source));
        return changed;
    }

    /** @return what nobody says any more */
    private List<Identifier> takeBack(UUID request, Set<Identifier> gone, String source) {
        List<Identifier> unsaid = read(taken(
                "delete from known_identifier known using " + GONE + " and known.source = ?4 and known.also = '{}'"
                        + " returning known.kind, known.value",
                request,
                gone,
                source));
        taken(
                        "update known_identifier known"
                                + " set source = case when known.source = ?4 then known.also[1] else known.source end,"
                                + " also = array_remove(known.also, case when known.source = ?4 then known.also[1] else ?4 end)"
                                + " from " + GONE,
                        request,
                        gone,
                        source)
                .executeUpdate();
        return unsaid;
    }

    private Query taken(String sql, UUID request, Set<Identifier> gone, String source) {
        return database.createNativeQuery(sql)
                .setParameter(1, request)
                .setParameter(2, kinds(gone))
                .setParameter(3, values(gone))
                .setParameter(4, source);
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
                        + " where request_id = ?1 and (source <> ?2 or also <> '{}') and kind = any(cast(?3 as text[]))"
                        + " order by kind, value")
                .setParameter(1, request)
                .setParameter(2, connector.connector())
                .setParameter(
                        3, connector.needs().stream().map(IdentifierKind::key).toArray(String[]::new)));
    }

    private List<Identifier> from(UUID request, String source) {
        return read(database.createNativeQuery(
                        "select kind, value from known_identifier where request_id = ?1 and (source = ?2 or ?2 = any(also))")
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
