package si.vpogled.web.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import si.vpogled.web.problem.EarlyProblem;
import si.vpogled.web.problem.ProblemKind;

/**
 * Takes forms only as forms, and only from our own pages. What has no type of a form would be let through without its
 * token; and a browser that says that another page sent it (W3C Fetch Metadata, {@code Sec-Fetch-Site}) is believed.
 */
@ApplicationScoped
class OwnForms {
    /** After the body's length is known to be right. */
    private static final int FIRST = 900;

    private static final Set<String> TYPES = Set.of("application/x-www-form-urlencoded", "multipart/form-data");
    /** Somebody typed the address or asked again, or our own page sent it. */
    private static final Set<String> OURS = Set.of("none", "same-origin");

    private final EarlyProblem problem;

    OwnForms(EarlyProblem problem) {
        this.problem = problem;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean form = request.method().equals(HttpMethod.POST)
                && !context.normalizedPath().startsWith("/api/");
        if (!form || isForm(request) && isOurs(request)) {
            context.next();
        } else {
            problem.tell(context, ProblemKind.FORM_FROM_ELSEWHERE, "");
        }
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OURS.contains(site);
    }
}
