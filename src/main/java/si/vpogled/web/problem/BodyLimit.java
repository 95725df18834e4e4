package si.vpogled.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.text.Language;

/**
 * Refuses a body that is too large before anything reads it, in words instead of by a bare 413. A body that does not
 * say how long it is ({@code Transfer-Encoding: chunked}, RFC 9112 section 7.1) is read here, up to the limit.
 */
@ApplicationScoped
class BodyLimit {
    private static final int FIRST = 1000;
    /** What is still read, so that a client that writes first can see the answer. */
    private static final long DRAINED = 128L << 20;

    private final long limit;
    /** Where large bodies are expected, of those that say how long they are. */
    private final long largest;

    private final LargeBodies large;
    private final EarlyProblem problem;

    BodyLimit(
            @ConfigProperty(name = "vpogled.http.max-body-size") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            LargeBodies large,
            EarlyProblem problem) {
        this.limit = limit.asLongValue();
        this.largest = largest.asLongValue();
        this.large = large;
        this.problem = problem;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.getHeader("Transfer-Encoding") != null) {
            request.handler(new Chunks(context));
            request.resume();
            return;
        }
        long length = length(request);
        boolean files = large.expected(context);
        if (length <= (files ? largest : limit)) {
            context.next();
        } else if (length <= DRAINED) {
            request.handler(_ -> {}).endHandler(_ -> tooLarge(context, files));
            request.resume();
        } else {
            refuse(context, files);
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void refuse(RoutingContext context, boolean files) {
        context.response().putHeader("Connection", "close");
        tooLarge(context, files);
    }

    private void tooLarge(RoutingContext context, boolean files) {
        if (files) {
            Language language = ReaderLanguage.of(context).orElse(Language.SL);
            problem.tell(context, ProblemKind.FILES_TOO_LARGE, large.most(language));
        } else {
            problem.tell(context, ProblemKind.TOO_LARGE, Long.toString(limit / 1024));
        }
    }

    /** Keeps what arrives while it is little enough, and hands it on when all is there. */
    private final class Chunks implements Handler<Buffer> {
        private final RoutingContext context;
        private final Buffer kept = Buffer.buffer();
        private long read;

        Chunks(RoutingContext context) {
            this.context = context;
            context.request().endHandler(_ -> end());
        }

        @Override
        public void handle(Buffer chunk) {
            read += chunk.length();
            if (read <= limit) {
                kept.appendBuffer(chunk);
            } else if (read > DRAINED && !context.response().ended()) {
                refuse(context, false);
            }
        }

        private void end() {
            if (context.response().ended()) {
                return;
            }
            if (read > limit) {
                tooLarge(context, false);
            } else {
                ((RoutingContextInternal) context).setBody(kept);
                context.next();
            }
        }
    }
}
