package si.vpogled.web.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** Staff's way into the console by name and password, and out of it. */
@RequestScoped
public class StaffDoor {
    private final RoutingContext context;
    private final StaffPasswords passwords;
    private final ConsoleCookie cookie;

    StaffDoor(RoutingContext context, StaffPasswords passwords, ConsoleCookie cookie) {
        this.context = context;
        this.passwords = passwords;
        this.cookie = cookie;
    }

    /** The cookie of a new session; empty where name and password do not belong together. */
    public Optional<NewCookie> enter(String name, String password) {
        return passwords
                .roles(name, password.toCharArray(), Network.of(context))
                .map(_ -> cookie.signedIn(context, name));
    }

    /** When the session ends; empty where there is none. */
    public Optional<SessionEnd> sessionEnd() {
        return cookie.sessionEnd(context);
    }

    /** Keeps the session from ending for want of use. */
    public void stay() {
        cookie.stay(context);
    }

    /** Ends the session, whoever kept its cookie. */
    public NewCookie leave() {
        return cookie.signedOut(context);
    }
}
