package si.vpogled.web.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows staff by name and password. */
@ApplicationScoped
class StaffByPassword implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final Staff staff;

    StaffByPassword(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> StaffIdentity.of(
                request.getUsername(),
                staff.rolesByPassword(
                        request.getUsername(), request.getPassword().getPassword())));
    }
}
