package si.vpogled.web.security.oidc;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import si.vpogled.web.security.SessionEnd;
import si.vpogled.web.security.StaffSignIn;

/** The session of staff whom the identity provider signed in, for the page that warns of its end. */
@RequestScoped
public class ProviderSession {
    private final StaffSignIn settings;
    private final RoutingContext context;
    private final TokensOnServer tokens;
    private final SecurityIdentity identity;

    ProviderSession(StaffSignIn settings, RoutingContext context, TokensOnServer tokens, SecurityIdentity identity) {
        this.settings = settings;
        this.context = context;
        this.tokens = tokens;
        this.identity = identity;
    }

    /** Whether staff sign in at an identity provider. */
    public boolean used() {
        return settings.byProvider();
    }

    /** When it ends if it is not used; empty where there is none. */
    public Optional<SessionEnd> end() {
        return tokens.end(context);
    }

    /** Uses it: who it is has to be found out, and where the tokens are over, fresh ones are fetched for that. */
    public void stay() {
        identity.isAnonymous();
    }
}
