package si.vpogled.web.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends spans to a collector by OTLP over HTTP, every second and at the end; where traces are off, nothing is made. */
final class ExportSpans {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Produces
    @Singleton
    SpanProcessor spans(
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off,
            @ConfigProperty(name = "vpogled.traces.endpoint", defaultValue = "http://localhost:4318") String endpoint) {
        if (off) {
            return SpanProcessor.composite();
        }
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint + "/v1/traces")
                .build();
        return BatchSpanProcessor.builder(new BareSpans(exporter))
                .setScheduleDelay(PAUSE)
                .build();
    }
}
