package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.request.MoveCase;
import si.vpogled.storage.ObjectStore;
import si.vpogled.testing.ServiceWorld;

/** Whether an attempt may begin at all. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class BeginRunTest {
    private static final String REMOVED = "fax";

    @Inject
    CollectingCases cases;

    @Inject
    RoomForAll room;

    @Inject
    EndRun end;

    @Inject
    EndStep endStep;

    @Inject
    RunProgress progress;

    @Inject
    ObjectStore store;

    @Inject
    Launcher launcher;

    @Inject
    RunTask task;

    @Inject
    Collect collect;

    @Inject
    CollectionConfig config;

    @Inject
    MoveCase move;

    @Inject
    EntityManager database;

    private UUID request;
    private BeginRun begin;

    @BeforeEach
    void a_case() {
        request = cases.begin();
        begin = room.begin();
    }

    @AfterEach
    void end() {
        cases.end(request);
    }

    /** The process was stopped after it had read the run; by the time it goes on, the run was launched anew. */
    @Test
    void what_was_read_before_the_case_was_locked_is_not_gone_by() throws Exception {
        UUID run = cases.run(request, "billing", RunState.QUEUED);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FutureTask<Void> relaunches =
                new FutureTask<>(() -> QuarkusTransaction.requiringNew().run(() -> relaunched(run, locked, go)), null);
        Thread.ofVirtual().start(relaunches);
        FutureTask<BeginRun.Beginning> overtaken =
                new FutureTask<>(() -> QuarkusTransaction.requiringNew().call(() -> begin.begin(run, 1, launcher)));
        try {
            assertThat(locked.await(60, TimeUnit.SECONDS)).isTrue();
            Thread.ofVirtual().start(overtaken);
            await().atMost(Duration.ofSeconds(60)).until(() -> waitingForARow() > 0);
        } finally {
            go.countDown();
        }

        relaunches.get(60, TimeUnit.SECONDS);
        assertThat(overtaken.get(60, TimeUnit.SECONDS)).isInstanceOf(BeginRun.Over.class);
        assertThat(cases.run(run).state()).isEqualTo(RunState.QUEUED);
        assertThat(cases.run(run).attempt()).isEqualTo(1);
    }

    /** What it launches goes on or not; it launches nothing here. */
    private static class Launching implements Launcher {
        private final boolean alone;

        Launching(boolean alone) {
            this.alone = alone;
        }

        @Override
        public boolean goesOnAlone() {
            return alone;
        }

        @Override
        public Report launch(Order order, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TestReport test(ConnectorDefinition definition, Duration time) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void one_that_goes_on_without_the_process_that_began_it_is_followed_and_not_begun_anew() {
        UUID run = cases.run(request, "billing", RunState.RUNNING);

        assertThat(begun(run, new Launching(true)).attempt()).isEqualTo(1);
        assertThat(cases.run(run).tries()).isEqualTo(1);
        assertThat(begun(run, new Launching(false)).attempt()).isEqualTo(2);
    }

    @Test
    void one_whose_case_ended_meanwhile_is_cancelled_and_what_goes_on_of_it_is_ended() throws Exception {
        UUID run = cases.run(request, "billing", RunState.RUNNING);
        assertThat(progress.tell(run, 1, 7, 700)).isTrue();
        cases.end(request);
        AtomicReference<UUID> ended = new AtomicReference<>();
        Launcher alone = new Launching(true) {
            @Override
            public void end(UUID of) {
                ended.set(of);
            }
        };

        assertThat(progress.tell(run, 1, 8, 800)).as("wanted").isFalse();
        assertThat(new RunTask(begin, end, endStep, progress, alone, store).run(run + "/1"))
                .isEmpty();

        assertThat(cases.run(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(ended).hasValue(run);
    }

    /** It takes its process along each time: nobody tells how it ended. */
    @Test
    void one_that_never_comes_to_its_end_is_left_to_staff_who_may_ask_again() throws Exception {
        UUID run = cases.run(request, "billing", RunState.RUNNING);

        while (cases.run(run).state() == RunState.RUNNING && cases.run(run).tries() < 100) {
            BeginRun.Beginning beginning = QuarkusTransaction.requiringNew().call(() -> begin.begin(run, 1, launcher));
            if (!(beginning instanceof BeginRun.Begun)) {
                assertThat(task.run(run + "/1")).as("not tried again").isEmpty();
            }
        }

        assertThat(cases.run(run).state()).isEqualTo(RunState.FAILED);
        assertThat(cases.run(run).tries()).isEqualTo(config.tries());
        assertThat(cases.run(run).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.DEFECT);
            assertThat(fault.message())
                    .contains("begun " + config.tries() + " times", "ended in the midst of the last attempt");
        });
        assertThat(cases.state(request)).isEqualTo("in-review");
        assertThat(QuarkusTransaction.requiringNew().call(() -> collect.again(request, "billing")))
                .isTrue();
        assertThat(cases.run(run).tries()).isZero();
    }

    private Order begun(UUID run, Launcher by) {
        BeginRun.Beginning beginning = QuarkusTransaction.requiringNew().call(() -> begin.begin(run, 1, by));
        return ((BeginRun.Begun) beginning).order();
    }

    private void relaunched(UUID run, CountDownLatch locked, CountDownLatch go) {
        move.lock(request);
        locked.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        cases.relaunched(run, 2);
    }

    @Test
    void a_run_whose_connector_an_operator_removed_fails_in_plain_words_and_holds_nobody_up() throws Exception {
        UUID run = cases.run(request, REMOVED, RunState.QUEUED);

        assertThat(task.run(run + "/1")).as("not tried again").isEmpty();

        assertThat(cases.run(run).state()).isEqualTo(RunState.FAILED);
        assertThat(cases.run(run).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(fault.message()).startsWith("There is no definition of fax any more");
        });
        assertThat(cases.state(request)).isEqualTo("in-review");
    }

    @Test
    void one_that_still_waited_for_others_fails_alike() {
        UUID run = cases.run(request, REMOVED, RunState.WAITING);
        cases.run(request, "billing", RunState.ANSWERED);

        QuarkusTransaction.requiringNew().run(() -> collect.advance(request));

        assertThat(cases.run(run).fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(cases.state(request)).isEqualTo("in-review");
    }

    private long waitingForARow() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from pg_locks where locktype in ('transactionid', 'tuple') and not granted")
                                .getSingleResult())
                        .longValue());
    }
}
