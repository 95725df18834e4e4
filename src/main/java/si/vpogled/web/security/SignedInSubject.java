package si.vpogled.web.security;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import si.vpogled.request.PortalSessions;
import si.vpogled.web.problem.ProblemException;

/**
 * The subject who asks, and the one case they are signed in to. The API reads only the header: no browser adds it by
 * itself, so that no other site can ask in somebody's name.
 */
@RequestScoped
public class SignedInSubject {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;
    /** What pages ask for as long as they are open. */
    private static final Pattern BY_ITSELF = Pattern.compile("/case/(events|progress|session)/*|/console/session/*");

    private final RoutingContext context;
    private final PortalSessions sessions;
    private final SessionCookie cookie;
    private final InstantSource clock;

    SignedInSubject(RoutingContext context, PortalSessions sessions, SessionCookie cookie, InstantSource clock) {
        this.context = context;
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The id of the case; empty where nobody is signed in. */
    public Optional<UUID> find() {
        return token().flatMap(askedByScript(context) ? sessions::peek : sessions::request);
    }

    /** The same, without keeping anybody signed in. */
    Optional<UUID> peek() {
        return token().flatMap(sessions::peek);
    }

    /** A page that looks again by itself keeps nobody signed in (W3C Fetch Metadata). */
    static boolean askedByScript(RoutingContext context) {
        String mode = context.request().getHeader("Sec-Fetch-Mode");
        return BY_ITSELF.matcher(context.normalizedPath()).matches() || mode != null && !mode.equals("navigate");
    }

    /** The id of the case. */
    public UUID request() {
        return find().orElseThrow(ProblemException::signInRequired);
    }

    /** When the session ends; empty where nobody is signed in. */
    public Optional<SessionEnd> sessionEnd() {
        return token().flatMap(sessions::ends)
                .map(ends -> SessionEnd.of(ends.idleAt(), ends.expiresAt(), clock.instant()));
    }

    /** Keeps the session from ending for want of use, whoever asks. */
    public void stay() {
        token().ifPresent(sessions::request);
    }

    /** Signs out. */
    public void end() {
        token().ifPresent(sessions::end);
    }

    private Optional<String> token() {
        return (context.normalizedPath().startsWith("/api/") ? header() : cookie())
                .filter(token -> token.length() <= LONGEST_TOKEN);
    }

    private Optional<String> header() {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private Optional<String> cookie() {
        return Optional.ofNullable(context.request().getCookie(cookie.name())).map(Cookie::getValue);
    }
}
