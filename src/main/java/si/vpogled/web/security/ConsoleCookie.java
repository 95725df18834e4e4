package si.vpogled.web.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie that keeps staff signed in to the console, where they sign in by our own form ({@code form}, as the
 * permissions of paths name it). Who has none is led to the form.
 */
@ApplicationScoped
class ConsoleCookie implements HttpAuthenticationMechanism {
    private static final String NAME = "vpogled-staff";
    private static final String SIGN_IN = "/console/sign-in";
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";
    private static final int FOUND = 302;

    private final CookieRules rules;
    private final StaffSessions sessions;

    ConsoleCookie(CookieRules rules, StaffSessions sessions) {
        this.rules = rules;
        this.sessions = sessions;
    }

    /** Opens a session; one that the browser had before ends. */
    NewCookie signedIn(RoutingContext context, String name) {
        end(context);
        return builder().value(sessions.open(name)).build();
    }

    /** Ends the browser's session, and takes its cookie back. */
    NewCookie signedOut(RoutingContext context) {
        end(context);
        return builder().value("").maxAge(0).build();
    }

    /** When the browser's session ends; asking is no use of it. */
    Optional<SessionEnd> sessionEnd(RoutingContext context) {
        return token(context).flatMap(sessions::ends);
    }

    /** Keeps the browser's session from ending for want of use. */
    void stay(RoutingContext context) {
        token(context).ifPresent(token -> sessions.name(token, true));
    }

    private void end(RoutingContext context) {
        token(context).ifPresent(sessions::end);
    }

    private NewCookie.Builder builder() {
        return rules.builder(NAME, NewCookie.SameSite.STRICT);
    }

    private Optional<String> token(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(rules.name(NAME)))
                .map(Cookie::getValue)
                .filter(token -> token.matches(TOKEN));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return token(context)
                .map(token -> new StaffSessionRequest(token, !SignedInSubject.askedByScript(context)))
                .map(request -> identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        String form = context.request().method().equals(HttpMethod.GET)
                ? SIGN_IN + AskedPage.of(context.request().uri()).query("?")
                : SIGN_IN;
        return Uni.createFrom().item(new ChallengeData(FOUND, "Location", form));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(StaffSessionRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, NAME, "form"));
    }
}
