package si.vpogled.web.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Tells the token of forms to all that answers, so that a page on a problem can hold a form wherever it comes from, and
 * leaves a cookie aside that is no token of forms, so that the page gives a new one. Otherwise whoever has it, from an
 * older version or a cut-off header, would be answered with an error by every page until it expires.
 */
@ApplicationScoped
class FormToken {
    static final String COOKIE = "csrf-token";
    /** Where the framework keeps it. */
    private static final String KEPT = "csrf_token";

    /** 16 bytes in base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}(==)?");

    private static final int FIRST = 1500;

    void register(@Observes Filters filters) {
        filters.register(FormToken::check, FIRST);
    }

    private static void check(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie != null && TOKEN.matcher(cookie.getValue()).matches()) {
            context.put(KEPT, cookie.getValue());
        } else if (cookie != null) {
            context.response().removeCookies(COOKIE, false);
        }
        context.next();
    }
}
