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
import org.jboss.logging.Logger;
import si.vpogled.request.Role;
import si.vpogled.staff.Colleagues;
import si.vpogled.web.security.Staff;

/** A member of staff as the identity provider's token tells: the user name, and of the roles those that mean something here. */
@ApplicationScoped
class StaffByToken implements SecurityIdentityAugmentor {
    private static final String NAME = "[\\p{L}\\p{N}._@+-]{1,100}";

    private static final Logger LOG = Logger.getLogger(StaffByToken.class);

    private final Colleagues colleagues;
    private final Staff configured;

    StaffByToken(Colleagues colleagues, Staff configured) {
        this.colleagues = colleagues;
        this.configured = configured;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
                ? context.runBlocking(() -> staff(identity, token.getIssuer() + " " + token.getSubject()))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity staff(SecurityIdentity identity, String subject) {
        String name = name(identity);
        Set<Role> roles = Stream.of(Role.values())
                .filter(role -> identity.getRoles().contains(role.key()))
                .collect(Collectors.toUnmodifiableSet());
        boolean own = roles.isEmpty() || !configured.knows(name) && colleagues.seen(name, subject, Role.work(roles));
        if (!own) {
            LOG.warn("Somebody signed in by a user name that is somebody else's here, and was given no role."
                    + " Give them another name at the identity provider.");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addAttributes(identity.getAttributes())
                .addCredentials(identity.getCredentials())
                .addRoles(own ? roles.stream().map(Role::key).collect(Collectors.toSet()) : Set.of())
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
