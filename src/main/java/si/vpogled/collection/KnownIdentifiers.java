package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** What is known of a subject by proof, or by a backend from what was proved. What the form only states is not here. */
@ApplicationScoped
class KnownIdentifiers {
    private final EntityManager database;

    KnownIdentifiers(EntityManager database) {
        this.database = database;
    }

    void add(UUID request, Collection<Identifier> identifiers, String source) {
        for (Identifier identifier : identifiers) {
            database.createNativeQuery("insert into known_identifier (request_id, kind, value, source)"
                            + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                    .setParameter(1, request)
                    .setParameter(2, identifier.kind())
                    .setParameter(3, identifier.value())
                    .setParameter(4, source)
                    .executeUpdate();
        }
    }

    /** Forgets what a connector once said, before it is asked again. */
    void forget(UUID request, String source) {
        database.createNativeQuery("delete from known_identifier where request_id = ?1 and source = ?2")
                .setParameter(1, request)
                .setParameter(2, source)
                .executeUpdate();
    }

    List<Identifier> of(UUID request) {
        List<?> rows = database.createNativeQuery(
                        "select kind, value from known_identifier where request_id = ?1 order by kind, value")
                .setParameter(1, request)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> Identifier.of(IdentifierKind.of((String) row[0]), (String) row[1]))
                .toList();
    }
}
