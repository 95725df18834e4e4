package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Sign-in of a subject to one case. Tokens are kept as hashes, so that the database alone opens no session. */
@ApplicationScoped
public class PortalSessions {
    private final SecureRandom random = new SecureRandom();
    private final Rows rows;
    private final RequestConfig config;
    private final InstantSource clock;

    PortalSessions(Rows rows, RequestConfig config, InstantSource clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    /** A signed-in subject: {@code token} goes to the browser or into {@code Authorization: Bearer}. */
    public record Session(String token, String reference, Instant expires) {}

    Session open(CaseEntity of) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        PortalSessionEntity session = new PortalSessionEntity();
        session.tokenHash = Hashes.sha256(token);
        session.request = of.id;
        session.expiresAt = clock.instant().plus(config.session());
        rows.persist(session);
        return new Session(token, of.reference, session.expiresAt);
    }

    /** The case that a token opens. */
    @Transactional
    public Optional<UUID> request(String token) {
        return rows.findByIdOptional(Hashes.sha256(token))
                .filter(session -> session.expiresAt.isAfter(clock.instant()))
                .map(session -> session.request);
    }

    @Transactional
    public void end(String token) {
        rows.deleteById(Hashes.sha256(token));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PortalSessionEntity, String> {}
}
