package si.vpogled.web.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.request.Role;

/** What the framework knows of a member of staff. */
final class StaffIdentity {
    private StaffIdentity() {}

    static SecurityIdentity of(String name, Optional<Set<Role>> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles.orElseThrow(AuthenticationFailedException::new).stream()
                        .map(Role::key)
                        .collect(Collectors.toSet()))
                .build();
    }
}
