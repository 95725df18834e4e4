package si.vpogled.web.security.oidc;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.request.Role;
import si.vpogled.staff.Colleagues;

/** A member of staff as the identity provider's token tells: the user name, and of the roles those that mean something here. */
@ApplicationScoped
class StaffByToken implements SecurityIdentityAugmentor {
    private static final String NAME = "[\\p{L}\\p{N}._@+-]{1,100}";

    private final Colleagues colleagues;

    StaffByToken(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof OidcJwtCallerPrincipal
                ? context.runBlocking(() -> staff(identity))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity staff(SecurityIdentity identity) {
        String name = name(identity);
        Set<String> roles = Stream.of(Role.values())
                .map(Role::key)
                .filter(identity.getRoles()::contains)
                .collect(Collectors.toUnmodifiableSet());
        if (!roles.isEmpty()) {
            colleagues.seen(name);
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addAttributes(identity.getAttributes())
                .addCredentials(identity.getCredentials())
                .addRoles(roles)
                .build();
    }

    /** Names stand in the history: one person has one, however it was typed. */
    private static String name(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getPrincipal().getName())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches(NAME))
                .orElseThrow(() -> new AuthenticationFailedException("The token's user name cannot be used"));
    }
}
