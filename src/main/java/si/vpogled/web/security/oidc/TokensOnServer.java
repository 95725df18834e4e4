package si.vpogled.web.security.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.staff.ProviderSessions;
import si.vpogled.web.security.SessionEnd;
import si.vpogled.web.security.StaffSignIn;

/** Keeps the identity provider's tokens on the server; the browser has an id that means nothing elsewhere. */
@ApplicationScoped
@Alternative
@Priority(1)
class TokensOnServer implements TokenStateManager {
    /** On a request that signs out. */
    static final String SIGNED_OUT = "vpogled.signed-out";
    /** On a request whose tokens are replaced by fresh ones: when the session ends. */
    private static final String ENDS = "vpogled.session-ends";
    /** On the same: the session's id from then on. */
    private static final String FRESH = "vpogled.session-id";
    /** As the framework calls the browser's. */
    private static final String COOKIE = "q_session";

    private final ProviderSessions sessions;
    private final StaffSignIn settings;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final Duration extension;

    /**
     * @param extension for how long the browser keeps a session after its tokens are over
     */
    TokensOnServer(
            ProviderSessions sessions,
            StaffSignIn settings,
            InstantSource clock,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.authentication.session-age-extension") Duration extension) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.extension = extension;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        return request.runBlocking(() -> {
            String id = sessions.begin(
                    written(tokens),
                    Optional.ofNullable(context.<Instant>get(ENDS))
                            .orElseGet(() -> clock.instant().plus(settings.session())));
            context.put(FRESH, id);
            return id;
        });
    }

    /** When the browser's session ends if it is not used; asking is no use of it. */
    Optional<SessionEnd> end(RoutingContext context) {
        return Optional.ofNullable(context.<String>get(FRESH))
                .or(() ->
                        Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue))
                .flatMap(sessions::find)
                .flatMap(kept -> TokenTimes.of(read(kept), extension).end(kept.until(), clock.instant()));
    }

    /** Who comes with a session that is over is sent to sign in. */
    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return request.runBlocking(
                () -> sessions.find(id).map(this::read).orElseThrow(AuthenticationFailedException::new));
    }

    /** Fresh tokens come as a new state after the former is deleted: the session goes on, and ends when it would have. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig tenant, String id, OidcRequestContext<Void> request) {
        return request.runBlocking(() -> {
            if (context.get(SIGNED_OUT) != null) {
                sessions.end(id);
            } else {
                sessions.replace(id).ifPresent(end -> context.put(ENDS, end));
            }
            return null; // the one value of Void
        });
    }

    private String written(AuthorizationCodeTokens tokens) {
        try {
            return json.writeValueAsString(tokens);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The identity provider's tokens cannot be kept", e);
        }
    }

    private AuthorizationCodeTokens read(ProviderSessions.Kept kept) {
        try {
            return json.readValue(kept.tokens(), AuthorizationCodeTokens.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The identity provider's tokens cannot be read", e);
        }
    }
}
