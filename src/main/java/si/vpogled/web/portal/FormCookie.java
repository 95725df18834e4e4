package si.vpogled.web.portal;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import si.vpogled.web.security.CookieRules;

/** What a browser has its form's answers by. Ends with the browser at the latest; the answers end in the database. */
@RequestScoped
class FormCookie {
    static final String NAME = "vpogled-form";

    private static final int LONGEST = 100;

    private final RoutingContext context;
    private final CookieRules rules;

    FormCookie(RoutingContext context, CookieRules rules) {
        this.context = context;
        this.rules = rules;
    }

    /** The token that the browser sent; made up by somebody else, it is some other token. */
    Optional<String> token() {
        return Optional.ofNullable(context.request().getCookie(rules.name(NAME)))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .map(value -> value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    }

    NewCookie of(String token) {
        return builder().value(token).build();
    }

    /** Takes the cookie back. */
    NewCookie expired() {
        return builder().value("").maxAge(0).build();
    }

    private NewCookie.Builder builder() {
        return rules.builder(NAME, NewCookie.SameSite.LAX);
    }
}
