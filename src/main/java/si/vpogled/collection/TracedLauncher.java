package si.vpogled.collection;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;

/**
 * Makes each job a step of its own in the trace of its case, from when to when it was at work. It is made when the job has
 * ended: so jobs need not know where a collector is, and whoever sees the end tells of it, whoever saw the beginning.
 */
record TracedLauncher(Launcher launcher, Tracer tracer, InstantSource clock) implements Launcher {
    @Override
    public Report launch(Order order, Progress progress) throws InterruptedException {
        Instant launched = clock.instant();
        Report report = launcher.launch(order, progress);
        // as the job says itself; of one that says nothing it is known when it was launched, and when it was over
        Instant began = report.outcome()
                .map(Outcome::started)
                .or(() -> report.erasure().map(ErasureOutcome::started))
                .orElse(launched);
        Instant ended = report.outcome()
                .map(Outcome::ended)
                .or(() -> report.erasure().map(ErasureOutcome::ended))
                .orElseGet(clock::instant);
        Span job = tracer.spanBuilder("job").setStartTimestamp(began).startSpan();
        job.setAttribute("vpogled.connector", order.connector());
        job.setAttribute("vpogled.run", order.run().toString());
        job.setAttribute("vpogled.attempt", order.attempt());
        job.setAttribute("vpogled.outcome", outcome(report));
        if (report.fault().isPresent()) {
            job.setStatus(StatusCode.ERROR);
        }
        job.end(ended);
        return report;
    }

    private static String outcome(Report report) {
        return report.fault()
                .map(fault -> fault.kind().name().toLowerCase(Locale.ROOT))
                .orElse("completed");
    }

    @Override
    public boolean goesOnAlone() {
        return launcher.goesOnAlone();
    }

    @Override
    public void end(UUID run) throws InterruptedException {
        launcher.end(run);
    }

    @Override
    public TestReport test(ConnectorDefinition definition, Duration time) throws InterruptedException {
        return launcher.test(definition, time);
    }
}
