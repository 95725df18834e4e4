package si.vpogled.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.request.Right;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.text.Language;

/** Cases of one service without hosted content, put where a test needs them as if they had come there. */
@Singleton
public class StagedCases {
    private static final String PROVED =
            "insert into identity_proof values (?1, ?2, 'mailed-link'," + " '{\"list\": []}', '', '', now())";

    private final SubmitRequest submit;
    private final EntityManager database;

    StagedCases(SubmitRequest submit, EntityManager database) {
        this.submit = submit;
        this.database = database;
    }

    /** Just sent: nobody has shown yet that the address is theirs. */
    public String submitted(String email, Language language) {
        return submit.submit(
                new Submission(Right.ACCESS, List.of("domains"), "Maja Žagar", email, List.of(), language, ""),
                Optional.empty());
    }

    /**
     * With a proved address.
     *
     * @param state as the database holds it
     */
    public String in(String state, String email, Language language) {
        String reference = submitted(email, language);
        move(reference, state);
        proved(reference);
        return reference;
    }

    /** Asks for all services of the inventory. */
    public void allServices(String reference) {
        execute(
                "update request set services = '[\"domains\", \"ssl-certificates\", \"shared-hosting\", \"vps\","
                        + " \"dostavljalec\", \"websites\"]' where id = ?1",
                id(reference));
    }

    /** A mailed link has shown that the address is the subject's own. */
    public void proved(String reference) {
        execute(PROVED, UUID.randomUUID(), id(reference));
    }

    public void move(String reference, String state) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update request set state = cast(?1 as jsonb), version = version + 1 where reference = ?2")
                        .setParameter(1, state)
                        .setParameter(2, reference)
                        .executeUpdate());
    }

    /** Signs the subject in and returns the token. */
    public String session(String reference) {
        String token = UUID.randomUUID().toString();
        execute(
                "insert into portal_session (token_hash, request_id, idle_at, expires_at) values"
                        + " (encode(sha256(convert_to(?1, 'UTF8')), 'hex'), ?2, now() + interval '1 day',"
                        + " now() + interval '1 day')",
                token,
                id(reference));
        return token;
    }

    /** Signs the subject in as a version did that knew of no end for want of use, and returns the token. */
    public String olderSession(String reference) {
        String token = UUID.randomUUID().toString();
        execute(
                "insert into portal_session (token_hash, request_id, expires_at) values"
                        + " (encode(sha256(convert_to(?1, 'UTF8')), 'hex'), ?2, now() + interval '12 hours')",
                token,
                id(reference));
        return token;
    }

    /** Ends all sessions of a case. */
    public void signedOut(String reference) {
        execute("delete from portal_session where request_id = ?1", id(reference));
    }

    /** Ends what a case's sources are said to do: a run that is never over takes another's place. */
    public void rest(String reference) {
        execute("update run set state = 'CANCELLED' where request_id = ?1 and state = 'RUNNING'", id(reference));
    }

    /** Puts a source's run into a state. One that is running is brought to rest by {@link #rest} after the test. */
    public void run(String reference, String connector, String state) {
        execute(
                "insert into run (id, request_id, connector, state, attempt, tries, launches, records, bytes)"
                        + " values (?1, ?2, ?3, ?4, 1, 1, 1, 0, 0)"
                        + " on conflict (request_id, connector) do update set state = excluded.state",
                UUID.randomUUID(),
                id(reference),
                connector,
                state);
    }

    /** A source that has answered, without its extract's file. */
    public void answered(String reference, String connector) {
        run(reference, connector, "ANSWERED");
        execute(
                "update run set extract_key = 'none', extract_attempt = 1 where request_id = ?1 and connector = ?2",
                id(reference),
                connector);
    }

    /** A source that has answered of one item, {@code found} or {@code none-held}, and has no extract. */
    public void told(String reference, String connector, String item, String outcome) {
        told(reference, connector, List.of(item), outcome);
    }

    /** The same of several items. */
    public void told(String reference, String connector, List<String> items, String outcome) {
        int records = outcome.equals("found") ? 1 : 0;
        String told = items.stream()
                .map(item ->
                        "{\"item\": \"%s\", \"outcome\": \"%s\", \"records\": %d}".formatted(item, outcome, records))
                .collect(Collectors.joining(", "));
        run(reference, connector, "ANSWERED");
        execute(
                "update run set outcome = cast(?3 as jsonb) where request_id = ?1 and connector = ?2",
                id(reference),
                connector,
                """
                {"version": 1, "run": "%s", "attempt": 1, "connector": "%s", "started": "2030-01-01T00:00:00Z",
                 "ended": "2030-01-01T00:00:01Z", "items": [%s], "identifiers": [], "doubts": [], "remarks": []}
                """.formatted(UUID.randomUUID(), connector, told));
    }

    /** A certificate of an erasure, of two groups, and a recipient who is to be told. */
    public void certified(String reference) {
        execute(
                "insert into erasure_certificate (id, request_id, number, document, signed, made_at)"
                        + " values (?1, ?2, 1, ?3, 'e30.e30.e30', now())",
                UUID.randomUUID(),
                id(reference),
                """
                {"version": 1, "reference": "%s", "number": 1, "made": "2030-01-02T03:04:05Z",
                 "controller": "Gostovanje Lipa d.o.o.", "plan": "%s",
                 "erased": [{"connector": "billing", "service": "domains", "collection": "invoices", "period": "2014",
                   "way": "erase", "items": ["domains.legal-framework.name", "domains.legal-framework.address"],
                   "records": 2, "proved": "2030-01-02T03:04:05Z"}],
                 "kept": [{"connector": "billing", "service": "domains", "collection": "invoices", "period": "2024",
                   "item": "domains.legal-framework.name", "records": 1, "until": "2034-12-31",
                   "article": {"sl": "86. člen ZDDV-1", "en": "ZDDV-1 Art. 86"},
                   "text": {"sl": "Hraniti moramo račune.", "en": "Invoices must be kept."},
                   "reason": "Teče postopek izterjave."}],
                 "recipients": ["EURid vzw"], "backupsUntil": "2030-03-04"}
                """.formatted(reference, "9".repeat(64)));
        execute(
                "insert into erasure_notice (id, request_id, recipient, text, ordered_at)"
                        + " values (?1, ?2, 'EURid vzw', 'domain: primer.eu', now())",
                UUID.randomUUID(),
                id(reference));
    }

    /** An answer on the shelf, without its file. */
    public void answer(String reference, String leftOut) {
        execute(
                "insert into bundle (id, request_id, number, attempt, tries, state, object_key, size, sha256, created_at,"
                        + " ready_at, available_until, missing, left_out) values (?1, ?2, 1, 1, 1, 'ready', 'none',"
                        + " 1234567, '3f2a9c1e5b7d8046aa10c4e29f6b7d35e8c1042f9ab6d7e5031c8f4a2b6d9e70', now(), now(), now() + interval '30 days', '[]', cast(?3 as jsonb))",
                UUID.randomUUID(),
                id(reference),
                leftOut);
    }

    /** Messages of one side, {@code subject} or {@code staff}. */
    public void messages(String reference, String side, int count) {
        messages(reference, side, count, "Sporočilo");
    }

    /** The same with a text of their own, each a second after the other, the last one now. */
    public void messages(String reference, String side, int count, String text) {
        execute(
                "insert into message select gen_random_uuid(), ?1, ?2, '', ?4, now() - (?3 - number) * interval '1 second',"
                        + " null from generate_series(1, ?3) number",
                id(reference),
                side,
                count,
                text);
    }

    /** Of some message of a case, without its file. */
    public void attachment(String reference, long size) {
        execute(
                "insert into attachment select gen_random_uuid(), id, 0, 'priloga.pdf', 'application/pdf', ?2, '', 'none'"
                        + " from message where request_id = ?1 limit 1",
                id(reference),
                size);
    }

    /** A part of what a source found, as withheld in an earlier attempt of it. */
    public void withheldPart(String reference, String connector, String entry, String reason) {
        execute(
                "insert into withheld_part values (gen_random_uuid(), ?1, ?2, 0, ?3, 0, '', '', false,"
                        + " 'rights-of-others', ?4, 'klara', now())",
                id(reference),
                connector,
                entry,
                reason);
    }

    private void execute(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    /** A source that could not be asked. */
    public void failed(String reference, String connector) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into run (id, request_id, connector, state, attempt, tries, launches, fault_kind, fault,"
                                        + " records, bytes, failing_since) values (?1, ?2, ?3, 'FAILED', 1, 1, 1,"
                                        + " 'UNAVAILABLE', 'The SFTP server''s name does not resolve: check host, and DNS', 0, 0, now())")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, id(reference))
                        .setParameter(3, connector)
                        .executeUpdate());
    }

    public UUID id(String reference) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> (UUID) database.createNativeQuery("select id from request where reference = ?1", UUID.class)
                        .setParameter(1, reference)
                        .getSingleResult());
    }

    /** How many rows of a table the transaction has written that is under way. */
    public long written(String table) {
        return (Long) database.createNativeQuery(
                        "select count(*) from " + table + " where xmin = cast(pg_current_xact_id() as xid)", Long.class)
                .getSingleResult();
    }

    /** A single number that a statement finds. */
    public long number(String statement, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = database.createNativeQuery(statement, Long.class);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return (Long) query.getSingleResult();
        });
    }
}
