package si.vpogled.web.portal;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One open page: hears what changed, and a beat where nothing did for long. */
final class Listener {
    private final SseEventSink sink;
    private final Sse sse;
    private final long heartbeat;
    private final Map<String, String> told = new HashMap<>();
    private long last = System.nanoTime();
    private volatile boolean gone;

    Listener(SseEventSink sink, Sse sse, Duration heartbeat) {
        this.sink = sink;
        this.sse = sse;
        this.heartbeat = heartbeat.toNanos();
    }

    boolean listens() {
        return !gone && !sink.isClosed();
    }

    /** Tells what is new of a kind. */
    void tell(String kind, String data) {
        if (!data.equals(told.put(kind, data))) {
            send(sse.newEventBuilder()
                    .name(kind)
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, data)
                    .build());
        }
    }

    void beat() {
        if (System.nanoTime() - last > heartbeat) {
            send(sse.newEventBuilder().comment("").build());
        }
    }

    private void send(OutboundSseEvent event) {
        last = System.nanoTime();
        try {
            sink.send(event).whenComplete((_, failure) -> gone |= failure != null);
        } catch (IllegalStateException _) {
            // whoever listened left just now
            gone = true;
        }
    }
}
