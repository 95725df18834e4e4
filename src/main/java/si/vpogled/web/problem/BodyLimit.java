package si.vpogled.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.text.Language;

/** Refuses a body that is too large before anything reads it, with a problem instead of a bare 413. */
@ApplicationScoped
class BodyLimit {
    private static final int FIRST = 1000;
    /** What is still read, so that a client that writes first can see the answer. */
    private static final long DRAINED = 32L << 20;

    private final long limit;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        long length = length(context.request());
        if (length <= limit) {
            context.next();
        } else if (length <= DRAINED) {
            context.request().handler(_ -> {}).endHandler(_ -> refuse(context)).resume();
        } else {
            context.response().putHeader("Connection", "close");
            refuse(context);
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void refuse(RoutingContext context) {
        HttpProblem told = ProblemWords.told(
                        ProblemKind.TOO_LARGE,
                        ReaderLanguage.of(context).orElse(Language.SL),
                        Long.toString(limit / 1024))
                .build();
        told.getHeaders().forEach((name, value) -> context.response().putHeader(name, value.toString()));
        try {
            context.response()
                    .setStatusCode(told.getStatusCode())
                    .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(told));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
