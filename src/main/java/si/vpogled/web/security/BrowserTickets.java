package si.vpogled.web.security;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.storage.seal.Sha256;

/**
 * The tickets that a browser holds: each in a cookie of its own, so that what is asked for in one tab does not undo what
 * was asked for in another.
 */
@RequestScoped
public class BrowserTickets {
    private static final String NAME = "vpogled-ticket-";
    private static final String TICKET = "[A-Za-z0-9_-]{43}";
    private static final int MARK = 12;
    private static final String MARKED = "[A-Za-z0-9_-]{" + MARK + "}";
    /** More than anybody asks for while they are good. */
    private static final int MOST = 40;

    private final RoutingContext context;
    private final CookieRules rules;

    BrowserTickets(RoutingContext context, CookieRules rules) {
        this.context = context;
        this.rules = rules;
    }

    /** Gives the browser a ticket to keep. */
    public NewCookie given(String ticket, Duration kept) {
        return builder(ticket).value(ticket).maxAge((int) kept.toSeconds()).build();
    }

    /** Takes it back. */
    public NewCookie takenBack(String ticket) {
        return builder(ticket).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(String ticket) {
        return rules.builder(NAME + mark(ticket), NewCookie.SameSite.LAX);
    }

    /** What stands for a ticket in an address; opens nothing. */
    public static String mark(String ticket) {
        return Base64.getUrlEncoder().encodeToString(Sha256.of(ticket)).substring(0, MARK);
    }

    /** What a mark tells of its ticket: the beginning of its hash, as hex digits; empty for what is no mark. */
    public static Optional<String> hashBegin(String mark) {
        return mark.matches(MARKED)
                ? Optional.of(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(mark)))
                : Optional.empty();
    }

    /** The ticket of a mark; empty in a browser that does not hold it. */
    public Optional<String> find(String mark) {
        return held().filter(ticket -> mark(ticket).equals(mark)).findFirst();
    }

    public Set<String> all() {
        return held().collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> held() {
        return context.request().cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(rules.name(NAME)))
                .map(Cookie::getValue)
                .filter(ticket -> ticket.matches(TICKET))
                .limit(MOST)
                .distinct();
    }
}
