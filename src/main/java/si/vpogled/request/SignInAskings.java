package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;

/** Askings to sign in, each with its ticket, kept for a day so that a page can say why one no longer works. */
@ApplicationScoped
class SignInAskings implements PanacheRepositoryBase<SignInEntity, UUID> {
    private static final Duration KEPT = Duration.ofDays(1);

    private final SignInSecrets secrets;
    private final RequestConfig config;
    private final InstantSource clock;

    SignInAskings(SignInSecrets secrets, RequestConfig config, InstantSource clock) {
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    record Asked(UUID id, String ticket) {}

    /**
     * @param request empty where there is no such case
     */
    Asked add(Optional<UUID> request) {
        Instant now = clock.instant();
        forget(now);
        String ticket = Token.random(256);
        SignInEntity asked = new SignInEntity();
        asked.id = UUID.randomUUID();
        asked.ticketHash = Sha256.hex(ticket);
        asked.linkHash = Sha256.hex(secrets.link(asked.id));
        asked.expiresAt = now.plus(config.signInPeriod());
        request.ifPresent(id -> asked.request = id);
        persist(asked);
        return new Asked(asked.id, ticket);
    }

    private void forget(Instant now) {
        getEntityManager()
                .createNativeQuery("delete from sign_in where id in (select id from sign_in where expires_at < ?1"
                        + " limit 100 for update skip locked)")
                .setParameter(1, now.minus(KEPT))
                .executeUpdate();
    }

    Optional<SignInEntity> byTicket(String ticket, LockModeType lock) {
        return find("ticketHash", Sha256.hex(ticket)).withLock(lock).firstResultOptional();
    }

    Optional<SignInEntity> byLink(String link, LockModeType lock) {
        return find("linkHash", Sha256.hex(link)).withLock(lock).firstResultOptional();
    }
}
