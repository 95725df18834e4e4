package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/**
 * The case as it goes on, as server-sent events: {@code state} (the state's key), {@code progress} (the part of the page
 * that changes) and {@code end}, after which there is nothing to wait for. What is told is read from the database, so
 * that any replica can tell it.
 */
@Path("/case/events")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class CaseEvents {
    private final SignedInSubject subject;
    private final ShowCase show;
    private final Seats seats;
    private final EventsConfig config;
    private final RoutingContext context;

    CaseEvents(SignedInSubject subject, ShowCase show, Seats seats, EventsConfig config, RoutingContext context) {
        this.subject = subject;
        this.show = show;
        this.seats = seats;
        this.config = config;
        this.context = context;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(@Context SseEventSink sink, @Context Sse sse) throws InterruptedException {
        Seats.Seat seat =
                seats.take(subject.request()).orElseThrow(() -> ProblemException.tooMany(Duration.ofSeconds(30)));
        // proxies that gather answers would hold events back
        context.response().putHeader("X-Accel-Buffering", "no");
        try (seat;
                sink) {
            follow(new Listener(sink, sse, config.heartbeat()));
        }
    }

    private void follow(Listener listener) throws InterruptedException {
        boolean moving = true;
        while (moving && listener.listens()) {
            moving = tell(listener);
            if (seats.leaving()) {
                // a browser that lost its connection comes back by itself, one that was refused does not
                return;
            }
            if (moving) {
                Thread.sleep(config.pause());
            }
        }
    }

    /** @return whether there is more to come */
    private boolean tell(Listener listener) {
        if (subject.find().isEmpty()) {
            listener.tell("end", "session");
            return false;
        }
        CaseView view = show.view();
        listener.tell("state", view.stateKey());
        listener.tell("progress", show.progress(view));
        listener.beat();
        if (!view.moving()) {
            listener.tell("end", view.stateKey());
        }
        return view.moving();
    }
}
