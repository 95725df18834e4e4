package si.vpogled.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import si.vpogled.testing.ServiceWorld;

/** Processes that come and go, each with a runner, over tasks of their own. None of them misses another's heartbeat. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class TaskRunnerTest {
    private static final String SCHEMA = "task_runner_test";
    private static final String TASK = "work";
    private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    TaskTraces traces;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final List<TaskRunner> runners = new ArrayList<>();
    private final CountDownLatch at = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void a_task_that_is_due() throws SQLException {
        run("create schema " + SCHEMA);
        run("create table " + SCHEMA + ".scheduled_tasks (like public.scheduled_tasks including all)");
        due(TASK);
    }

    @AfterEach
    void end() throws Exception {
        released.countDown();
        for (TaskRunner runner : runners) {
            runner.stop(null);
        }
        run("drop schema " + SCHEMA + " cascade");
    }

    private record Set(Duration heartbeat) implements ScheduleConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int threads() {
            return 4;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(10);
        }
    }

    private record Handler(String task, Work work) implements TaskHandler {
        interface Work {
            Optional<Instant> run() throws InterruptedException;
        }

        @Override
        public Optional<Instant> run(String instance) throws InterruptedException {
            return work.run();
        }
    }

    private TaskRunner started(Duration heartbeat, InstantSource clock, String task, Handler.Work work) {
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setUrl(url);
        own.setUser(user);
        own.setPassword(password);
        own.setCurrentSchema(SCHEMA);
        TaskRunner runner =
                new TaskRunner(own, List.of(new Handler(task, work)), new Pulse(clock), traces, new Set(heartbeat));
        runners.add(runner);
        runner.start(null);
        return runner;
    }

    private TaskRunner started(Handler.Work work) {
        return started(Duration.ofHours(1), InstantSource.system(), TASK, work);
    }

    @Test
    void what_is_interrupted_because_its_process_ends_is_done_by_another_at_once() throws Exception {
        TaskRunner first = started(() -> {
            at.countDown();
            new CountDownLatch(1).await();
            return Optional.empty();
        });
        at.await();

        first.leave(null);
        first.stop(null);

        assertThat(column("select picked::text || ' ' || (execution_time <= now())::text from " + SCHEMA
                        + ".scheduled_tasks"))
                .containsExactly("false true");
        started(() -> Optional.of(LATER));
        awaitLater();
    }

    @Test
    void what_does_not_heed_that_its_process_ends_is_done_by_another_and_changes_nothing_any_more() throws Exception {
        AtomicReference<Thread> deaf = new AtomicReference<>();
        TaskRunner first = started(() -> {
            deaf.set(Thread.currentThread());
            at.countDown();
            awaitUninterrupted(released);
            return Optional.empty();
        });
        at.await();

        first.stop(null);
        started(() -> Optional.of(LATER));
        awaitLater();

        released.countDown();
        deaf.get().join();
        assertThat(tasks()).containsExactly(TASK + " 2090");
    }

    /** More than the two weeks after which db-scheduler would clear it away. */
    @Test
    void what_only_a_newer_version_knows_is_left_to_it_however_long_this_one_runs_beside() throws Exception {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        due("newer");
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        started(Duration.ofMillis(50), clock, TASK, () -> Optional.of(LATER));
        awaitLater();
        await("it was looked at, and left")
                .atMost(PATIENCE)
                .until(() -> !column("select task_name from " + SCHEMA
                                + ".scheduled_tasks where task_name = 'newer' and version > 2 and not picked")
                        .isEmpty());

        ahead.set(Duration.ofDays(30));
        // is found to be dead in the same look in which the other would go
        run("insert into " + SCHEMA + ".scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                + " last_heartbeat) values ('" + TASK + "', '2', now(), true, 1, now())");
        await("it was looked after")
                .atMost(PATIENCE)
                .until(() -> column(
                                        "select task_instance from " + SCHEMA
                                                + ".scheduled_tasks where task_instance = '2' and not picked and execution_time > '2080-01-01'")
                                .size()
                        == 1);

        assertThat(tasks()).anyMatch(task -> task.startsWith("newer "));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    private void awaitLater() {
        await("another has done it").atMost(PATIENCE).until(() -> tasks().contains(TASK + " 2090"));
    }

    private List<String> tasks() throws SQLException {
        return column("select task_name || ' ' || extract(year from execution_time) from " + SCHEMA
                + ".scheduled_tasks where not picked or task_name = 'newer'");
    }

    private void due(String task) throws SQLException {
        run("insert into " + SCHEMA + ".scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('" + task + "', '1', now(), false, 1)");
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement one = connection.createStatement();
                ResultSet rows = one.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
