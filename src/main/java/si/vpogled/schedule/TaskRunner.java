package si.vpogled.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the handlers' tasks from the database. */
@Singleton
class TaskRunner {
    private final Map<String, CustomTask<Void>> tasks;
    private final Scheduler scheduler;
    private final ScheduleConfig config;

    TaskRunner(AgroalDataSource database, @All List<TaskHandler> handlers, Pulse pulse, ScheduleConfig config) {
        this.config = config;
        this.tasks = handlers.stream().collect(Collectors.toMap(TaskHandler::task, this::task));
        this.scheduler = Scheduler.create(database, List.copyOf(tasks.values()))
                .threads(config.threads())
                .dueExecutor(pulse.looker())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .clock(pulse)
                .build();
    }

    private CustomTask<Void> task(TaskHandler handler) {
        return Tasks.custom(handler.task(), Void.class).onFailure(retry()).execute((instance, context) -> {
            Optional<Instant> again = run(handler, instance.getId());
            Function<Instant, CompletionHandler<Void>> reschedule =
                    when -> (complete, operations) -> operations.reschedule(complete, when);
            return again.map(reschedule).orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    private static Optional<Instant> run(TaskHandler handler, String instance) {
        try {
            return handler.run(instance);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Task " + handler.task() + " failed, it will be tried again", e);
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

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }

    CustomTask<Void> task(String name) {
        return Optional.ofNullable(tasks.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No handler for task " + name));
    }

    SchedulerClient client() {
        return scheduler;
    }

    void wake() {
        if (config.enabled()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
