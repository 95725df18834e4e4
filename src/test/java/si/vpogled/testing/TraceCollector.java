package si.vpogled.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes traces as a collector does, by OTLP over HTTP. */
public final class TraceCollector implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();

    private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private TraceCollector(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public static TraceCollector start() throws IOException {
        return new TraceCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** One step, as it was told. */
    public record Step(
            String trace,
            String id,
            String parent,
            String name,
            Instant began,
            Instant ended,
            Map<String, String> attributes,
            List<String> links) {}

    public List<Step> steps() {
        return received.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .map(TraceCollector::step)
                .toList();
    }

    /** Everything that was sent, as text. */
    public String everything() {
        return received.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Step step(Span span) {
        return new Step(
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                Instant.EPOCH.plusNanos(span.getStartTimeUnixNano()),
                Instant.EPOCH.plusNanos(span.getEndTimeUnixNano()),
                span.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, TraceCollector::value)),
                span.getLinksList().stream()
                        .map(link -> HEX.formatHex(link.getTraceId().toByteArray()))
                        .toList());
    }

    private static String value(KeyValue attribute) {
        return attribute.getValue().hasStringValue()
                ? attribute.getValue().getStringValue()
                : Long.toString(attribute.getValue().getIntValue());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
