package si.vpogled.collection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.Order;
import si.vpogled.request.Right;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.text.Language;

/** Cases in the midst of their collection, with runs of our choice: put there as if they had come there. */
@ApplicationScoped
class CollectingCases {
    private static final Order.Limits LIMITS = new Order.Limits(60, 1_000, 1_000_000);

    private final SubmitRequest submit;
    private final RequestKeys keys;
    private final Runs.Rows rows;
    private final EntityManager database;

    CollectingCases(SubmitRequest submit, RequestKeys keys, Runs.Rows rows, EntityManager database) {
        this.submit = submit;
        this.keys = keys;
        this.rows = rows;
        this.database = database;
    }

    UUID begin() {
        String reference = submit.submit(
                new Submission(
                        Right.ACCESS,
                        List.of("domains"),
                        "Nihče",
                        "nihce@zbiranje.example",
                        List.of(),
                        Language.SL,
                        ""),
                Optional.empty());
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID request = (UUID) database.createNativeQuery("select id from request where reference = ?1", UUID.class)
                    .setParameter(1, reference)
                    .getSingleResult();
            keys.createIfAbsent(request);
            move(request, "{\"kind\": \"collecting\", \"since\": \"2026-04-01T00:00:00Z\"}");
            return request;
        });
    }

    /** Nothing that was scheduled for it does anything from now on. */
    void end(UUID request) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> move(
                                request,
                                "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}"));
    }

    private void move(UUID request, String state) {
        database.createNativeQuery("update request set state = cast(?1 as jsonb) where id = ?2")
                .setParameter(1, state)
                .setParameter(2, request)
                .executeUpdate();
    }

    String state(UUID request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String)
                        database.createNativeQuery("select state_kind from request where id = ?1", String.class)
                                .setParameter(1, request)
                                .getSingleResult());
    }

    String reference(UUID request) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (String) database.createNativeQuery("select reference from request where id = ?1", String.class)
                                .setParameter(1, request)
                                .getSingleResult());
    }

    /** Launched once, at its first attempt. */
    UUID run(UUID request, String connector, RunState state) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            RunEntity run = new RunEntity();
            run.id = id;
            run.request = request;
            run.connector = connector;
            run.launches = 1;
            run.state = state;
            run.attempt = 1;
            run.tries = 1;
            run.startedAt = Instant.parse("2026-04-01T00:00:00Z");
            rows.persist(run);
        });
        return id;
    }

    /** Under way once more. */
    void running(UUID id, int attempt) {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.update("state = 'RUNNING', attempt = ?1, tries = ?1 where id = ?2", attempt, id));
    }

    /** Within a transaction. */
    void put(UUID id, RunState state) {
        rows.update("state = ?1 where id = ?2", state, id);
    }

    /** Within a transaction. */
    void relaunched(UUID id, int launches) {
        rows.update("launches = ?1 where id = ?2", launches, id);
    }

    Run run(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> rows.findById(id).view());
    }

    Order order(UUID id) {
        Run run = run(id);
        return new Order(
                Order.VERSION,
                id,
                run.attempt(),
                run.request(),
                run.connector(),
                Order.Operation.COLLECT,
                List.of(),
                List.of(),
                Language.SL,
                BeginRun.destination(run.request(), id, run.attempt()),
                Map.of(),
                LIMITS);
    }
}
