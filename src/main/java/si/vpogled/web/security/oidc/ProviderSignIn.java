package si.vpogled.web.security.oidc;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.web.security.StaffSignIn;

/** Ends a session here and at the identity provider. */
@RequestScoped
public class ProviderSignIn {
    private final StaffSignIn settings;
    private final RoutingContext context;
    private final Instance<OidcSession> session;
    private final Instance<OidcConfigurationMetadata> provider;
    private final String baseUrl;

    ProviderSignIn(
            StaffSignIn settings,
            RoutingContext context,
            Instance<OidcSession> session,
            Instance<OidcConfigurationMetadata> provider,
            @ConfigProperty(name = "vpogled.base-url") String baseUrl) {
        this.settings = settings;
        this.context = context;
        this.session = session;
        this.provider = provider;
        this.baseUrl = baseUrl;
    }

    /** Whether staff sign in at an identity provider. */
    public boolean used() {
        return settings.byProvider();
    }

    /**
     * Ends the session of the signed-in member of staff here. OpenID Connect RP-Initiated Logout 1.0: the provider ends
     * its own when the browser goes there.
     *
     * @param back where the provider sends the browser then
     * @return where the browser is to go, where the provider ends sessions
     */
    public Optional<URI> end(String back) {
        String token = session.get().getIdToken().getRawToken();
        context.put(TokensOnServer.SIGNED_OUT, true);
        session.get().logout().await().indefinitely();
        return Optional.ofNullable(provider.get().getEndSessionUri())
                .map(end -> UriBuilder.fromUri(end)
                        .queryParam("id_token_hint", token)
                        .queryParam(
                                "post_logout_redirect_uri",
                                UriBuilder.fromUri(baseUrl).path(back).build())
                        .build());
    }
}
