package si.vpogled.web.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows staff again by the console's encrypted cookie; roles are those of now, not of sign-in. */
@ApplicationScoped
class StaffByCookie implements IdentityProvider<TrustedAuthenticationRequest> {
    private final Staff staff;

    StaffByCookie(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> StaffIdentity.of(request.getPrincipal(), staff.roles(request.getPrincipal())));
    }
}
