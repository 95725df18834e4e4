package si.vpogled.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * As many cases as a large provider has after years, of all states, rights, people and days, by a few statements. They
 * have no history: what a single case shows is shown of a real one. People called Poznik stand at the end of the list.
 */
@Singleton
public class ManyCases {
    private static final String MARK = "@mnogo.example";
    private static final int PATIENCE = 900;

    private static final String CASES = """
            insert into request (id, reference, right_key, services, name, email, identifiers, language, message, state,
                                 received_at, due_on, assignee, settled_at, settled_as, version)
            select gen_random_uuid(),
                   'VP-' || substr(hash, 1, 4) || '-' || substr(hash, 5, 4) || '-' || substr(hash, 9, 4),
                   (array['access', 'access', 'access', 'portability', 'erasure'])[1 + i % 5],
                   '["domains"]',
                   (array['Maja', 'Žan', 'Črt', 'Špela', 'Anton', 'Zoja', 'Iva'])[1 + i % 7] || ' '
                       || (array['Žagar', 'Novak', 'Kranjc', 'Čebašek'])[1 + i / 7 % 4]
                       || case when i % 1000 < 60 and i % 20 > 4 then ' Poznik ' else ' ' end || i,
                   'oseba' || i || '@mnogo.example',
                   jsonb_build_object('list', jsonb_build_array(
                       jsonb_build_object('kind', 'domain', 'value', 'domena-' || i || '.test'))),
                   'sl', '',
                   cast(case when i % 20 = 0 then '{"kind": "awaiting-confirmation", "expiresAt": "2100-01-01T00:00:00Z"}'
                        when i % 20 = 1 then '{"kind": "awaiting-decision", "since": "2026-04-01T00:00:00Z"}'
                        when i % 20 = 2 then '{"kind": "collecting", "since": "2026-04-01T00:00:00Z"}'
                        when i % 20 = 3 then '{"kind": "in-review", "since": "2026-04-01T00:00:00Z", "supplement": false}'
                        when i % 20 = 4 then '{"kind": "ready", "since": "2026-04-01T00:00:00Z", "bundle": 1, "availableUntil": "2100-01-01T00:00:00Z"}'
                        else '{"kind": "closed", "at": "2026-04-01T00:00:00Z", "ending": {"kind": "withdrawn"}}' end as jsonb),
                   now() - i % 1000 * interval '1 day',
                   current_date + 30 - i % 1000,
                   (array['klara', 'oskar', null])[1 + i % 3],
                   case when i % 20 > 3 then now() - greatest(0, i % 1000 - i % 45) * interval '1 day' end,
                   case when i % 20 > 3 then (array['answered', 'answered', 'answered-in-part', 'refused', 'withdrawn'])[1 + i % 5] end,
                   0
              from (select i, upper(md5(cast(i as text))) as hash from generate_series(cast(?1 as int), cast(?2 as int)) i) numbered
            """;
    private static final String KNOWN = """
            insert into known_identifier
            select id, 'customer-number', 'M' || substr(split_part(email, '@', 1), 6), 'billing' from request
             where email like '%@mnogo.example' on conflict do nothing
            """;
    private static final String RUNS = """
            insert into run (id, request_id, connector, state, attempt, tries, launches, records, bytes)
            select gen_random_uuid(), r.id, connector, case connector when 'billing' then 'ANSWERED' else 'FAILED' end,
                   1, 1, 1, 0, 0
              from request r, unnest(array['billing', 'hosting', 'whois-domain', 'dostavljalec', 'website-builder']) connector
             where r.state_kind in ('in-review', 'ready') and r.email like '%@mnogo.example' on conflict do nothing
            """;

    private static final String ATTEMPTS = """
            insert into run_attempt
            select run.id, 1, run.connector, r.received_at, r.received_at + length(r.name) * interval '1 second',
                   case run.state when 'FAILED' then 'UNAVAILABLE' end, case run.state when 'FAILED' then 'It is away' end
              from run join request r on r.id = run.request_id
             where r.email like '%@mnogo.example' on conflict do nothing
            """;

    private final EntityManager database;
    private final DataSource connections;

    ManyCases(EntityManager database, DataSource connections) {
        this.database = database;
        this.connections = connections;
    }

    /** As the database does by itself after a while; twice, since what another process just saw change is passed over. */
    private void vacuum() {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze run_attempt, run, known_identifier, request");
            statement.execute("vacuum run_attempt, run, known_identifier, request");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds cases until there are so many. */
    public void upTo(int total) {
        long there = QuarkusTransaction.requiringNew().call(() -> (Long)
                database.createNativeQuery("select count(*) from request where email like '%" + MARK + "'", Long.class)
                        .getSingleResult());
        if (there < total) {
            QuarkusTransaction.requiringNew().timeout(PATIENCE).run(() -> {
                database.createNativeQuery(CASES)
                        .setParameter(1, (int) there + 1)
                        .setParameter(2, total)
                        .executeUpdate();
                database.createNativeQuery(KNOWN).executeUpdate();
                database.createNativeQuery(RUNS).executeUpdate();
                database.createNativeQuery(ATTEMPTS).executeUpdate();
            });
            vacuum();
        }
    }

    /** Leaves the world to others as it was. */
    public void clear() {
        QuarkusTransaction.requiringNew().timeout(PATIENCE).run(() -> {
            database.createNativeQuery("delete from run_attempt where run_id in (select run.id from run join request r"
                            + " on r.id = run.request_id where r.email like '%" + MARK + "')")
                    .executeUpdate();
            for (String table : new String[] {"run", "known_identifier"}) {
                database.createNativeQuery("delete from " + table + " where request_id in"
                                + " (select id from request where email like '%" + MARK + "')")
                        .executeUpdate();
            }
            database.createNativeQuery("delete from request where email like '%" + MARK + "'")
                    .executeUpdate();
        });
        vacuum();
    }
}
