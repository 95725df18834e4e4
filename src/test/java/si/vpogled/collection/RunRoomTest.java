package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Text;

/** How many runs there may be at once, whoever begins them. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RunRoomTest {
    private static final String ONE_AT_ONCE = "narrow";
    private static final String ANOTHER = "another";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Long before anything else in the database asks. */
    private static final Instant ONCE = Instant.parse("2001-03-01T10:00:00Z");

    @Inject
    CollectingCases cases;

    @Inject
    Runs.Rows rows;

    @Inject
    EntityManager database;

    private UUID first;
    private UUID second;
    private UUID third;

    @BeforeEach
    void three_cases() {
        first = cases.begin();
        second = cases.begin();
        third = cases.begin();
    }

    @AfterEach
    void end() {
        QuarkusTransaction.requiringNew().run(() -> rows.delete("request in ?1", List.of(first, second, third)));
        cases.end(first);
        cases.end(second);
        cases.end(third);
    }

    @Test
    void of_a_connector_for_one_at_once_the_second_waits_until_the_first_has_ended() {
        UUID running = cases.run(first, ONE_AT_ONCE, RunState.RUNNING);
        UUID waiting = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);

        assertThat(room(100, waiting)).as("asked again soon").isPresent();

        QuarkusTransaction.requiringNew().run(() -> cases.put(running, RunState.ANSWERED));
        assertThat(room(100, waiting)).isEmpty();
    }

    @Test
    void the_limit_over_all_connectors_holds_where_each_has_room_of_its_own() {
        cases.run(first, ANOTHER, RunState.RUNNING);
        UUID waiting = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);

        QuarkusTransaction.requiringNew().run(() -> {
            // what others begin and end meanwhile is not seen
            database.createNativeQuery("set transaction isolation level repeatable read")
                    .executeUpdate();
            RunEntity run = rows.findById(waiting);
            int now = (int) rows.count("state", RunState.RUNNING);

            assertThat(room(now).until(run, definition(ONE_AT_ONCE))).isPresent();
            assertThat(room(now + 1).until(run, definition(ONE_AT_ONCE))).isEmpty();
        });
    }

    /** Two processes look at the same time: both see room, unless one waits for what the other does. */
    @Test
    void two_that_begin_at_the_same_time_do_not_both_find_the_last_place() throws Exception {
        UUID one = cases.run(first, ONE_AT_ONCE, RunState.QUEUED);
        UUID other = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);
        CountDownLatch found = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FutureTask<Optional<Instant>> begins =
                new FutureTask<>(() -> QuarkusTransaction.requiringNew().call(() -> {
                    RunEntity run = rows.findById(one);
                    Optional<Instant> later = room(100).until(run, definition(ONE_AT_ONCE));
                    cases.put(one, RunState.RUNNING);
                    found.countDown();
                    go.await();
                    return later;
                }));
        Thread.ofVirtual().start(begins);
        FutureTask<Optional<Instant>> waits = new FutureTask<>(() -> room(100, other));
        try {
            assertThat(found.await(60, TimeUnit.SECONDS)).isTrue();
            Thread.ofVirtual().start(waits);
            await().atMost(PATIENCE).until(() -> locksWaitedFor() > 0 || waits.isDone());
        } finally {
            go.countDown();
        }

        assertThat(begins.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(waits.get(60, TimeUnit.SECONDS))
                .as("it sees the first one's run")
                .isPresent();
    }

    @Test
    void a_place_that_comes_free_is_for_whoever_has_waited_longest_and_not_for_whoever_asks_first() {
        UUID running = cases.run(first, ONE_AT_ONCE, RunState.RUNNING);
        UUID earlier = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);
        UUID later = cases.run(third, ONE_AT_ONCE, RunState.RETRYING);
        assertThat(asks(earlier, ONCE)).isPresent();
        assertThat(asks(later, ONCE.plusSeconds(1))).isPresent();

        QuarkusTransaction.requiringNew().run(() -> cases.put(running, RunState.ANSWERED));

        assertThat(asks(later, ONCE.plusSeconds(2))).as("kept for the other").isPresent();
        assertThat(asks(earlier, ONCE.plusSeconds(3))).isEmpty();
    }

    @Test
    void whoever_does_not_ask_any_more_is_not_waited_for() {
        UUID running = cases.run(first, ONE_AT_ONCE, RunState.RUNNING);
        UUID earlier = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);
        UUID later = cases.run(third, ONE_AT_ONCE, RunState.QUEUED);
        assertThat(asks(earlier, ONCE)).isPresent();
        assertThat(asks(later, ONCE.plusSeconds(1))).isPresent();

        QuarkusTransaction.requiringNew().run(() -> cases.put(running, RunState.ANSWERED));

        assertThat(asks(later, ONCE.plusSeconds(30))).isEmpty();
    }

    @Test
    void whoever_waits_for_a_connector_that_has_no_room_takes_no_place_from_another() {
        cases.run(first, ONE_AT_ONCE, RunState.RUNNING);
        UUID earlier = cases.run(second, ONE_AT_ONCE, RunState.QUEUED);
        UUID later = cases.run(third, ANOTHER, RunState.QUEUED);
        assertThat(asks(earlier, ONCE)).isPresent();

        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("set transaction isolation level repeatable read")
                    .executeUpdate();
            int now = (int) rows.count("state", RunState.RUNNING);

            assertThat(room(now + 1, ONCE.plusSeconds(1)).until(rows.findById(later), definition(ANOTHER)))
                    .isEmpty();
        });
    }

    private Optional<Instant> asks(UUID run, Instant when) {
        return QuarkusTransaction.requiringNew()
                .call(() -> room(100, when).until(rows.findById(run), definition(ONE_AT_ONCE)));
    }

    private Optional<Instant> room(int runs, UUID run) {
        return QuarkusTransaction.requiringNew()
                .call(() -> room(runs).until(rows.findById(run), definition(ONE_AT_ONCE)));
    }

    private RunRoom room(int runs) {
        return room(runs, Instant.now());
    }

    private RunRoom room(int runs, Instant now) {
        SetLimits limits = new SetLimits(runs, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        Connectors both = new Connectors(List.of(definition(ONE_AT_ONCE), definition(ANOTHER)));
        return new RunRoom(database, both, limits, InstantSource.fixed(now));
    }

    private long locksWaitedFor() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .getSingleResult())
                        .longValue());
    }

    private static ConnectorDefinition definition(String name) {
        return new ConnectorDefinition(
                1,
                name,
                new Text("Ozek", "Narrow"),
                List.of(IdentifierKind.EMAIL),
                List.of(),
                1,
                new Order.Limits(60, 1, 1),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
