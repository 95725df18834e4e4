package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.demo.DemoStaff;
import si.vpogled.storage.ObjectStore;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

/** A run while it is under way. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RunTaskTest {
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

    /** Says that it read 42 records, and then stays where it is until it is let go. */
    private static final class Halfway implements Launcher {
        private final CountDownLatch there = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile String written = "";
        private final boolean alone;
        private boolean wanted;

        Halfway(boolean alone) {
            this.alone = alone;
        }

        @Override
        public boolean goesOnAlone() {
            return alone;
        }

        @Override
        public Report launch(Order order, Progress told) throws InterruptedException {
            written = order.destination();
            wanted = told.at(42, 4_200_000);
            there.countDown();
            go.await();
            return Report.failed(new Fault(FaultKind.REFUSED, "No more"));
        }

        @Override
        public TestReport test(ConnectorDefinition definition, Duration time) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void staff_see_how_far_it_is() throws Exception {
        UUID run = cases.run(request, "billing", RunState.QUEUED);
        String reference = cases.reference(request);
        Halfway halfway = new Halfway(false);
        FutureTask<Optional<Instant>> task =
                new FutureTask<>(() -> new RunTask(begin, end, endStep, progress, halfway, store).run(run + "/1"));
        Thread.ofVirtual().start(task);
        assertThat(halfway.there.await(60, TimeUnit.SECONDS)).isTrue();

        Api.as(DemoStaff.CLERK)
                .get(Api.ROOT + "/staff/requests/" + reference)
                .then()
                .statusCode(200)
                .body("runs[0].state", equalTo("running"))
                .body("runs[0].records", equalTo(42))
                .body("runs[0].bytes", equalTo(4_200_000));
        PageVisitor.staff(DemoStaff.CLERK)
                .get("/console/cases/" + reference + "/runs")
                .then()
                .statusCode(200)
                .body(containsString("42 zapisov"), containsString("4,2"));

        try (ObjectStore.Upload late = store.create(halfway.written)) {
            late.commit();
        }
        halfway.go.countDown();
        assertThat(task.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(cases.run(run).state()).isEqualTo(RunState.FAILED);
        assertThat(store.exists(halfway.written))
                .as("what a run left that failed")
                .isFalse();
    }

    @Test
    void one_whose_process_ends_waits_for_another_process_and_has_lost_no_try() throws Exception {
        UUID run = cases.run(request, "billing", RunState.QUEUED);

        stopped(run, new Halfway(false));

        assertThat(cases.run(run).state()).isEqualTo(RunState.QUEUED);
        assertThat(cases.run(run).tries()).isEqualTo(1);
        Halfway next = new Halfway(false);
        next.go.countDown();
        assertThat(task(next, progress).run(run + "/1")).isEmpty();
        assertThat(cases.run(run).attempt()).isEqualTo(3);
        assertThat(cases.run(run).tries()).isEqualTo(2);
    }

    @Test
    void one_that_goes_on_without_its_process_is_still_under_way() throws Exception {
        UUID run = cases.run(request, "billing", RunState.QUEUED);

        stopped(run, new Halfway(true));

        assertThat(cases.run(run).state()).isEqualTo(RunState.RUNNING);
        assertThat(cases.run(run).attempt()).isEqualTo(2);
    }

    @Test
    void a_database_that_is_away_for_a_moment_ends_no_run() throws Exception {
        UUID run = cases.run(request, "billing", RunState.QUEUED);
        EntityManager away = (EntityManager)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (_, _, _) -> {
                    throw new PersistenceException("The connection was closed");
                });
        Halfway halfway = new Halfway(false);
        halfway.go.countDown();

        assertThat(task(halfway, new RunProgress(away)).run(run + "/1")).isEmpty();

        assertThat(halfway.wanted).isTrue();
        assertThat(cases.run(run).fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
    }

    /** As the end of its process stops it. */
    private void stopped(UUID run, Halfway launcher) throws InterruptedException {
        FutureTask<Optional<Instant>> task =
                new FutureTask<>(() -> task(launcher, progress).run(run + "/1"));
        Thread thread = Thread.ofVirtual().start(task);
        assertThat(launcher.there.await(60, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        assertThatThrownBy(() -> task.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    private RunTask task(Launcher launcher, RunProgress told) {
        return new RunTask(begin, end, endStep, told, launcher, store);
    }

    @Test
    void one_that_was_overtaken_is_told_that_nobody_wants_it_any_more() {
        UUID run = cases.run(request, "billing", RunState.RUNNING);
        cases.running(run, 2);

        assertThat(progress.tell(run, 1, 7, 700)).isFalse();
        assertThat(progress.tell(run, 2, 8, 800)).isTrue();
        assertThat(cases.run(run).records()).isEqualTo(8);
    }
}
