package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** What is known of a subject by proof, or by a backend from what was proved. What the form only states is not here. */
@ApplicationScoped
class KnownIdentifiers {
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
        return identifiers.stream()
                .filter(identifier -> insert(request, identifier, source))
                .collect(Collectors.toSet());
    }

    private boolean insert(UUID request, Identifier identifier, String source) {
        return database.createNativeQuery("insert into known_identifier (request_id, kind, value, source)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, request)
                        .setParameter(2, identifier.kind())
                        .setParameter(3, identifier.value())
                        .setParameter(4, source)
                        .executeUpdate()
                == 1;
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
        changed.forEach(gone -> database.createNativeQuery(
                        "delete from known_identifier where request_id = ?1 and kind = ?2 and value = ?3")
                .setParameter(1, request)
                .setParameter(2, gone.kind())
                .setParameter(3, gone.value())
                .executeUpdate());
        changed.addAll(add(request, identifiers, source));
        return changed;
    }

    List<Identifier> of(UUID request) {
        return read(database.createNativeQuery(
                        "select kind, value from known_identifier where request_id = ?1 order by kind, value")
                .setParameter(1, request));
    }

    /** What a connector is asked by: not what it said itself, which it has to find again. */
    List<Identifier> toAsk(UUID request, String connector) {
        return read(database.createNativeQuery("select kind, value from known_identifier"
                        + " where request_id = ?1 and source <> ?2 order by kind, value")
                .setParameter(1, request)
                .setParameter(2, connector));
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
