package si.vpogled.web.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers on every answer, whoever gives it. */
@ApplicationScoped
class SecurityHeaders {
    private static final int FIRST = 2000;
    private static final String API_PLACE = "/q/swagger-ui";
    /** With where the identity provider ends a session: the answer to the form of signing out leads there. */
    private static final String OURS = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
            + " frame-ancestors 'none'; form-action 'self'%s; base-uri 'none'";
    /** The page that shows the API brings two scripts within its HTML, and one of its scripts a style: just these are let in. */
    private static final String API_PAGE = OURS.formatted("")
                    .replace(
                            "style-src 'self'",
                            "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='")
            + "; script-src 'self' 'sha256-ak+6QnfsJAvTYQQCRR4JgQmVgWEr3Wi+Kac+wUyVy9k='"
            + " 'sha256-2SxdSoflpRy/yTLXUYSHrPZNBGgyacYvu5ByXnijxKU='";

    /** A picture may be the operator's: opened by itself, it runs no script and loads nothing. */
    private static final String PICTURE = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final String ours;

    SecurityHeaders(StaffSignIn signIn, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> address) {
        ours = OURS.formatted(address.filter(_ -> signIn.byProvider())
                .map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority())
                .orElse(""));
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> add(context));
                    context.next();
                },
                FIRST);
    }

    private void add(RoutingContext context) {
        String path = context.normalizedPath();
        MultiMap headers = context.response().headers();
        if (!headers.contains("Content-Security-Policy")) {
            // attachments bring a stricter one
            headers.set("Content-Security-Policy", policy(path));
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (path.startsWith("/api/") || path.startsWith("/.well-known/") || path.startsWith("/q/")) {
            // the token of forms is for pages; programs get no cookies
            context.response().removeCookies(FormToken.COOKIE, false);
        }
        if (!path.startsWith("/assets/") || !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private String policy(String path) {
        if (path.startsWith(API_PLACE)) {
            return API_PAGE;
        }
        return path.startsWith("/assets/") && path.endsWith(".svg") ? PICTURE : ours;
    }
}
