package si.vpogled.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.TraceCollector;

/** What a collector gets to see of spans that hold more than is good. */
class ExportSpansTest {
    @Test
    void only_what_tells_of_nobody_goes_out() throws IOException {
        try (TraceCollector collector = TraceCollector.start()) {
            try (SdkTracerProvider traces = SdkTracerProvider.builder()
                    .addSpanProcessor(new ExportSpans().spans(false, collector.url()))
                    .build()) {
                Span span = traces.get("test")
                        .spanBuilder("GET /confirm/geheim")
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan()
                        .setAttribute("http.request.method", "GET")
                        .setAttribute("http.route", "/confirm/{token}")
                        .setAttribute("url.path", "/confirm/geheim")
                        .setAttribute("client.address", "192.0.2.7")
                        .setAttribute("vpogled.case", "VP-1")
                        .recordException(new IllegalStateException("Maja"))
                        .setStatus(StatusCode.ERROR, "Maja");
                span.end();
            }

            assertThat(collector.steps()).singleElement().satisfies(step -> {
                assertThat(step.name()).isEqualTo("GET /confirm/{token}");
                assertThat(step.attributes()).containsOnlyKeys("http.request.method", "http.route", "vpogled.case");
            });
            assertThat(collector.everything()).doesNotContain("geheim", "192.0.2.7", "Maja");
        }
    }
}
