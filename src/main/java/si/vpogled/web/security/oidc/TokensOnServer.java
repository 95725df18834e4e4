package si.vpogled.web.security.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import si.vpogled.staff.ProviderSessions;

/** Keeps the identity provider's tokens on the server; the browser has an id that means nothing elsewhere. */
@ApplicationScoped
@Alternative
@Priority(1)
class TokensOnServer implements TokenStateManager {
    private final ProviderSessions sessions;
    private final StaffSignIn settings;
    private final ObjectMapper json;

    TokensOnServer(ProviderSessions sessions, StaffSignIn settings, ObjectMapper json) {
        this.sessions = sessions;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        return request.runBlocking(() -> sessions.begin(written(tokens), settings.session()));
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

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig tenant, String id, OidcRequestContext<Void> request) {
        return request.runBlocking(() -> {
            sessions.end(id);
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

    private AuthorizationCodeTokens read(String tokens) {
        try {
            return json.readValue(tokens, AuthorizationCodeTokens.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The identity provider's tokens cannot be read", e);
        }
    }
}
