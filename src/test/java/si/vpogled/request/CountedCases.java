package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Cases of times that no other test is about, put there as if they had come there. */
@ApplicationScoped
public class CountedCases {
    private static final String MARK = "VP-COUNTED-";

    private final EntityManager database;

    CountedCases(EntityManager database) {
        this.database = database;
    }

    /** In a state, not closed. */
    @Transactional
    public void open(String state, LocalDate due) {
        put(
                "{\"kind\": \"" + state + "\", \"since\": \"2001-01-01T00:00:00Z\"}",
                Instant.parse("2001-01-01T00:00:00Z"),
                due);
    }

    @Transactional
    public void received(Instant at) {
        put("{\"kind\": \"in-review\", \"since\": \"" + at + "\"}", at, LocalDate.of(2001, 1, 1));
    }

    @Transactional
    public void settled(Instant received, Instant at, Settlement how, LocalDate due) {
        UUID id = put("{\"kind\": \"closed\", \"at\": \"" + at + "\"}", received, due);
        database.createNativeQuery("update request set settled_at = ?1, settled_as = ?2 where id = ?3")
                .setParameter(1, at)
                .setParameter(2, how.key())
                .setParameter(3, id)
                .executeUpdate();
    }

    /** As a version settles it that knows of states alone. */
    @Transactional
    public void settledByOlder(Instant received, String state, LocalDate due) {
        UUID id = put("{\"kind\": \"in-review\", \"since\": \"" + received + "\"}", received, due);
        database.createNativeQuery("update request set state = cast(?1 as jsonb) where id = ?2")
                .setParameter(1, state)
                .setParameter(2, id)
                .executeUpdate();
    }

    @Transactional
    public void remove() {
        database.createNativeQuery("delete from request where reference like ?1")
                .setParameter(1, MARK + "%")
                .executeUpdate();
    }

    private UUID put(String state, Instant received, LocalDate due) {
        UUID id = UUID.randomUUID();
        database.createNativeQuery("insert into request (id, reference, right_key, services, name, email, identifiers,"
                        + " language, message, state, received_at, due_on, version) values (?1, ?2, 'access', '[]', '', '',"
                        + " '{\"list\": []}', 'sl', '', cast(?3 as jsonb), ?4, ?5, 0)")
                .setParameter(1, id)
                .setParameter(2, MARK + id)
                .setParameter(3, state)
                .setParameter(4, received)
                .setParameter(5, due)
                .executeUpdate();
        return id;
    }
}
