package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How all our cookies are: out of reach of scripts, and bound to this host and TLS where the portal is reached by https
 * ({@code __Host-}, RFC 6265bis section 4.1.3.2), so that no neighbour can plant one.
 */
@ApplicationScoped
public class CookieRules {
    private final boolean secure;

    CookieRules(@ConfigProperty(name = "vpogled.base-url") String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
    }

    /** The name that a cookie has here. */
    public String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    public NewCookie.Builder builder(String plain, NewCookie.SameSite sameSite) {
        return unbound(name(plain), sameSite);
    }

    /** Where nothing depends on who planted it: kept to TLS, under a name that does not change. */
    public NewCookie.Builder unbound(String name, NewCookie.SameSite sameSite) {
        return new NewCookie.Builder(name)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite);
    }
}
