package si.vpogled.web.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets nothing out but what is known to tell of nobody: of a request its method, route and status, and what we say of our
 * own steps. Addresses, paths with tokens in them, browsers' names and messages of errors stay here.
 */
final class BareSpans implements SpanExporter {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final Set<String> TOLD =
            Set.of("http.request.method", "http.route", "http.response.status_code", "error.type");
    private static final String OURS = "vpogled.";

    private final SpanExporter exporter;

    BareSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Bare::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Bare extends DelegatingSpanData {
        private final Attributes attributes;
        private final String name;
        private final StatusData status;

        Bare(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(
                            key -> !TOLD.contains(key.getKey()) && !key.getKey().startsWith(OURS))
                    .build();
            name = span.getKind() == SpanKind.SERVER ? request(attributes) : span.getName();
            status = StatusData.create(span.getStatus().getStatusCode(), "");
        }

        private static String request(Attributes attributes) {
            String method = Optional.ofNullable(attributes.get(METHOD)).orElse("HTTP");
            return Optional.ofNullable(attributes.get(ROUTE))
                    .map(route -> method + " " + route)
                    .orElse(method);
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public StatusData getStatus() {
            return status;
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }
    }
}
