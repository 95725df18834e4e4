package si.vpogled.web.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows staff again by the console's cookie; roles are those of now, not of sign-in. */
@ApplicationScoped
class StaffByCookie implements IdentityProvider<StaffSessionRequest> {
    private final StaffSessions sessions;
    private final Staff staff;

    StaffByCookie(StaffSessions sessions, Staff staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @Override
    public Class<StaffSessionRequest> getRequestType() {
        return StaffSessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(StaffSessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> sessions.name(request.token(), request.used())
                .filter(name -> staff.roles(name).isPresent())
                .map(name -> StaffIdentity.of(name, staff.roles(name)))
                .orElseGet(StaffByCookie::nobody));
    }

    /** Who comes with a session that has ended is led to sign in, as whoever comes without. */
    private static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }
}
