package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;

/** Sign-in of a subject to one case. Tokens are kept as hashes, so that the database alone opens no session. */
@ApplicationScoped
public class PortalSessions {
    private static final Duration TO_THE_MINUTE = Duration.ofMinutes(1);

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

    /**
     * @param idleAt when a session ends that is not used until then
     * @param expiresAt when it ends, however much it is used
     */
    public record Ends(Instant idleAt, Instant expiresAt) {}

    Session open(CaseEntity of) {
        Instant now = clock.instant();
        forget(now);
        String token = Token.random(256);
        PortalSessionEntity session = new PortalSessionEntity();
        session.tokenHash = Sha256.hex(token);
        session.request = of.id;
        session.idleAt = now.plus(config.sessionIdle());
        session.expiresAt = now.plus(config.session());
        rows.persist(session);
        return new Session(token, of.reference, session.expiresAt);
    }

    private void forget(Instant now) {
        rows.getEntityManager()
                .createNativeQuery("delete from portal_session where token_hash in (select token_hash from"
                        + " portal_session where expires_at < ?1 limit 100 for update skip locked)")
                .setParameter(1, now)
                .executeUpdate();
    }

    /** The case that a token opens. Using it keeps it from ending for want of use. */
    @Transactional
    public Optional<UUID> request(String token) {
        Optional<PortalSessionEntity> session = live(token);
        session.ifPresent(this::used);
        return session.map(found -> found.request);
    }

    /** The case that a token opens, asked by a page of its own accord: that is no use. */
    @Transactional
    public Optional<UUID> peek(String token) {
        return live(token).map(session -> session.request);
    }

    /** When a session ends; asking is no use of it. */
    @Transactional
    public Optional<Ends> ends(String token) {
        return live(token).map(session -> new Ends(session.idleAt, session.expiresAt));
    }

    private Optional<PortalSessionEntity> live(String token) {
        Instant now = clock.instant();
        return rows.findByIdOptional(Sha256.hex(token))
                .filter(session -> session.expiresAt.isAfter(now) && session.idleAt.isAfter(now));
    }

    /** To the minute, so that not every look writes. */
    private void used(PortalSessionEntity session) {
        Instant idleAt = clock.instant().plus(config.sessionIdle());
        if (session.idleAt.plus(TO_THE_MINUTE).isBefore(idleAt)) {
            rows.update("idleAt = ?1 where tokenHash = ?2", idleAt, session.tokenHash);
        }
    }

    @Transactional
    public void end(String token) {
        rows.deleteById(Sha256.hex(token));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PortalSessionEntity, String> {}
}
