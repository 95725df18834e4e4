package si.vpogled.schedule;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.MDC;

/** Leads traces from the transaction that schedules a task to the task. Costs nothing where nobody follows traces. */
@Singleton
class TaskTraces {
    private static final String KEEP =
            "update scheduled_tasks set trace = ? where task_name = ? and task_instance = ? and trace is null";
    private static final String KEPT = "select trace from scheduled_tasks where task_name = ? and task_instance = ?";

    private final AgroalDataSource database;
    private final Trail trail;
    private final Tracer tracer;
    private final boolean off;

    TaskTraces(
            AgroalDataSource database,
            Trail trail,
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.database = database;
        this.trail = trail;
        this.tracer = tracer;
        this.off = off;
    }

    /** In the transaction that schedules it. */
    void keep(String task, String instance) {
        Optional<String> trace = off ? Optional.empty() : trail.ofTransaction();
        if (trace.isPresent()) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setString(1, trace.get());
                statement.setString(2, task);
                statement.setString(3, instance);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("The trace of a task cannot be kept", e);
            }
        }
    }

    /** Does a task as a step of its trace. */
    <T> T step(String task, String instance, Supplier<T> work) {
        MDC.put("task", task);
        if (off) {
            return work.get();
        }
        Span span = tracer.spanBuilder("task " + task)
                .setParent(parent(task, instance))
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            // not its message, which may hold anything
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", e.getClass().getName());
            throw e;
        } finally {
            span.end();
        }
    }

    private Context parent(String task, String instance) {
        return kept(task, instance)
                .map(trace -> Context.root().with(Span.wrap(TraceParent.context(trace))))
                .orElse(Context.root());
    }

    /** Traces are not worth failing a task for. */
    private Optional<String> kept(String task, String instance) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEPT)) {
            statement.setString(1, task);
            statement.setString(2, instance);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
