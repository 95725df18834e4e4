package si.vpogled.web.security;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * While this process is about to end, each answer closes its connection: whoever kept one open for the next request
 * makes a new one, which leads to another replica.
 */
@ApplicationScoped
class LastAnswers {
    private static final int FIRST = 2100;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext context) {
        if (leaving) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.next();
    }
}
