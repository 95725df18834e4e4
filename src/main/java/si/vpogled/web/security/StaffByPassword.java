package si.vpogled.web.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows staff by name and password; for programs, which send both every time. */
@ApplicationScoped
class StaffByPassword implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final StaffPasswords passwords;

    StaffByPassword(StaffPasswords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String network = Network.of(HttpSecurityUtils.getRoutingContextAttribute(request));
        return context.runBlocking(() -> StaffIdentity.of(
                request.getUsername(),
                passwords.roles(request.getUsername(), request.getPassword().getPassword(), network)));
    }
}
