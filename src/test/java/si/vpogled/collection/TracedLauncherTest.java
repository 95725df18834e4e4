package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Launcher.Report;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.testing.TraceCollector;
import si.vpogled.testing.TraceCollector.Step;
import si.vpogled.text.Language;

/** What the trace of a case tells of a job. */
class TracedLauncherTest {
    private static final Instant LAUNCHED = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant STARTED = LAUNCHED.plusSeconds(40);
    private static final Instant ENDED = STARTED.plusMillis(1500);
    private static final Order ORDER = new Order(
            Order.VERSION,
            UUID.fromString("7a3d7a64-5b53-4b10-9d0c-94b0b3d7a111"),
            2,
            UUID.randomUUID(),
            "billing",
            Order.Operation.COLLECT,
            List.of(),
            List.of(),
            Language.SL,
            "requests/1/runs/1-2/extract",
            Map.of(),
            new Order.Limits(60, 100, 1000));

    private Instant now = LAUNCHED;
    private TraceCollector collector;
    private SdkTracerProvider traces;

    @BeforeEach
    void start() throws IOException {
        collector = TraceCollector.start();
        traces = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector.url() + "/v1/traces")
                        .build()))
                .build();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void it_is_a_step_of_its_run_from_when_to_when_it_says_that_it_was_at_work() throws Exception {
        Report report = Report.of(new Outcome(
                1,
                ORDER.run(),
                ORDER.attempt(),
                "billing",
                STARTED,
                ENDED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

        List<Step> steps = launched(report);

        Step run = named("task run", steps);
        assertThat(named("job", steps)).satisfies(job -> {
            assertThat(job.trace()).isEqualTo(run.trace());
            assertThat(job.parent()).isEqualTo(run.id());
            assertThat(job.began()).isEqualTo(STARTED);
            assertThat(job.ended()).isEqualTo(ENDED);
            assertThat(job.attributes())
                    .containsOnly(
                            Map.entry("vpogled.connector", "billing"),
                            Map.entry("vpogled.run", ORDER.run().toString()),
                            Map.entry("vpogled.attempt", "2"),
                            Map.entry("vpogled.outcome", "completed"));
        });
    }

    @Test
    void of_one_that_says_nothing_it_is_told_when_it_was_launched_and_when_it_was_over() throws Exception {
        Report report = Report.failed(new Fault(FaultKind.UNAVAILABLE, "The cluster took the pod of maja away"));

        List<Step> steps = launched(report);

        assertThat(named("job", steps)).satisfies(job -> {
            assertThat(job.began()).isEqualTo(LAUNCHED);
            assertThat(job.ended()).isEqualTo(LAUNCHED.plusSeconds(60));
            assertThat(job.attributes()).containsEntry("vpogled.outcome", "unavailable");
        });
        assertThat(collector.everything()).doesNotContain("maja");
    }

    /** As a task does; it takes a minute. */
    private List<Step> launched(Report report) throws InterruptedException {
        Launcher launcher = new TracedLauncher(new Taking(report), traces.get("test"), () -> now);
        Span run = traces.get("test").spanBuilder("task run").startSpan();
        try (Scope _ = run.makeCurrent()) {
            assertThat(launcher.launch(ORDER, (_, _) -> true)).isEqualTo(report);
        } finally {
            run.end();
        }
        traces.close();
        return collector.steps();
    }

    private static Step named(String name, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private final class Taking implements Launcher {
        private final Report report;

        Taking(Report report) {
            this.report = report;
        }

        @Override
        public Report launch(Order order, Progress progress) {
            now = now.plusSeconds(60);
            return report;
        }

        @Override
        public TestReport test(ConnectorDefinition definition, Duration time) {
            throw new UnsupportedOperationException();
        }
    }
}
