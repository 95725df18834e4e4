package si.vpogled.schedule;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;

/** Where follow-up work is put. What is scheduled in a transaction exists if, and only if, that transaction commits. */
@ApplicationScoped
public class Schedule {
    private final TaskRunner runner;
    private final TaskTraces traces;
    private final TransactionSynchronizationRegistry transactions;

    Schedule(TaskRunner runner, TaskTraces traces, TransactionSynchronizationRegistry transactions) {
        this.runner = runner;
        this.traces = traces;
        this.transactions = transactions;
    }

    /** Schedules a task once; a second call with the same instance changes nothing. */
    public void at(Instant when, String task, String instance) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("Follow-up work is scheduled in the transaction of its cause: " + task);
        }
        runner.client().scheduleIfNotExists(runner.task(task).instance(instance), when);
        traces.keep(task, instance);
        transactions.registerInterposedSynchronization(new Wake());
    }

    /** Takes a task back; one that is running or gone is left alone. */
    public void cancel(String task, String instance) {
        TaskInstanceId id = TaskInstanceId.of(task, instance);
        runner.client()
                .getScheduledExecution(id)
                .filter(execution -> !execution.isPicked())
                .ifPresent(execution -> runner.client().cancel(id));
    }

    /** Looks for due tasks as soon as the transaction is through, so that nothing waits for the next poll. */
    private final class Wake implements Synchronization {
        @Override
        public void beforeCompletion() {
            // only what is committed can be found
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                runner.wake();
            }
        }
    }
}
