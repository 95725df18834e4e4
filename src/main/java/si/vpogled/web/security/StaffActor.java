package si.vpogled.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import si.vpogled.request.Actor;
import si.vpogled.request.Role;

/** The member of staff who asks. */
@RequestScoped
public class StaffActor {
    private final SecurityIdentity identity;

    StaffActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor actor() {
        return Actor.staff(
                identity.getPrincipal().getName(),
                Arrays.stream(Role.values())
                        .filter(role -> identity.hasRole(role.key()))
                        .collect(Collectors.toSet()));
    }
}
