package si.vpogled.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs the handlers' tasks from the database. As soon as this process is told to end it takes none any more; those under
 * way may finish within a while, and the rest is handed back, so that another process takes it at once.
 */
@Singleton
class TaskRunner {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);
    /** Of what is not done, although it was interrupted. Whoever is at it still finds that it was overtaken. */
    private static final String HAND_BACK = "update scheduled_tasks set picked = false, picked_by = null,"
            + " last_heartbeat = null, version = version + 1 where picked and picked_by = ?";

    /** What db-scheduler keeps of one. */
    private static final int LONGEST_NAME = 50;
    /** What a version does not know is another version's to do, however long the two run side by side. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Map<String, CustomTask<Void>> tasks;
    private final Scheduler scheduler;
    private final TaskTraces traces;
    private final ScheduleConfig config;
    private final Pulse pulse;
    private final DataSource database;
    private final String name = name();

    private final FutureTask<Void> leaving = new FutureTask<>(this::handBack, null);

    TaskRunner(
            DataSource database,
            @All List<TaskHandler> handlers,
            Pulse pulse,
            TaskTraces traces,
            ScheduleConfig config) {
        this.traces = traces;
        this.config = config;
        this.pulse = pulse;
        this.database = database;
        this.tasks = handlers.stream().collect(Collectors.toMap(TaskHandler::task, this::task));
        this.scheduler = Scheduler.create(database, List.copyOf(tasks.values()))
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(config.threads())
                .dueExecutor(pulse.looker())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .deleteUnresolvedAfter(FOR_EVER)
                .shutdownMaxWait(config.patience())
                .clock(pulse)
                .build();
    }

    /** No other process has it, neither on the same host nor as this one's successor. */
    private static String name() {
        String unique =
                "/" + ProcessHandle.current().pid() + "/" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        String host = new SchedulerName.Hostname().getName();
        return host.substring(0, Math.min(host.length(), LONGEST_NAME - unique.length())) + unique;
    }

    private CustomTask<Void> task(TaskHandler handler) {
        return Tasks.custom(handler.task(), Void.class).onFailure(retry()).execute((instance, context) -> {
            Optional<Instant> again =
                    traces.step(handler.task(), instance.getId(), () -> run(handler, instance.getId()));
            Function<Instant, CompletionHandler<Void>> reschedule =
                    when -> (complete, operations) -> operations.reschedule(complete, when);
            return again.map(reschedule).orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    private Optional<Instant> run(TaskHandler handler, String instance) {
        try {
            return handler.run(instance);
        } catch (Exception e) {
            if (scheduler.getSchedulerState().isShuttingDown()) {
                LOG.infof("Task %s %s is handed back", handler.task(), instance);
                return Optional.of(pulse.now());
            }
            throw e instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("Task " + handler.task() + " failed, it will be tried again", e);
        } finally {
            // what came of it is written down in any case
            Thread.interrupted();
        }
    }

    private FailureHandler<Void> retry() {
        return (complete, operations) -> {
            int failures = Math.min(complete.getExecution().consecutiveFailures, 12);
            Duration pause = Duration.ofSeconds(1L << failures);
            Duration bounded = pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
            operations.reschedule(complete, complete.getTimeDone().plus(bounded));
        };
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            scheduler.start();
        }
    }

    /** Beside the answers that this process still gives. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        Thread.ofPlatform().name("tasks-leave").start(leaving);
    }

    void stop(@Observes ShutdownEvent event) throws ExecutionException, InterruptedException {
        leaving.run();
        leaving.get();
    }

    private void handBack() {
        scheduler.stop();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(HAND_BACK)) {
            statement.setString(1, name);
            int tasks = statement.executeUpdate();
            if (tasks > 0) {
                LOG.warnf("%d tasks did not heed that this process ends; others take them over", tasks);
            }
        } catch (SQLException e) {
            LOG.warn("What this process has under way is taken over only when it is missed", e);
        }
    }

    CustomTask<Void> task(String name) {
        return Optional.ofNullable(tasks.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No handler for task " + name));
    }

    SchedulerClient client() {
        return scheduler;
    }

    void wake() {
        if (config.enabled() && !scheduler.getSchedulerState().isShuttingDown()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
