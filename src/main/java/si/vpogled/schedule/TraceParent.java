package si.vpogled.schedule;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;

/** A place in a trace as text (W3C Trace Context, {@code traceparent}). */
public final class TraceParent {
    private static final int PARTS = 4;

    private TraceParent() {}

    /** Of what is being done; empty where nobody follows. */
    public static Optional<String> here() {
        return Optional.of(Span.current().getSpanContext())
                .filter(SpanContext::isValid)
                .map(TraceParent::text);
    }

    static String text(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** An invalid one where it is no such text. */
    static SpanContext context(String text) {
        String[] parts = text.split("-");
        return parts.length == PARTS
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[PARTS - 1], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
