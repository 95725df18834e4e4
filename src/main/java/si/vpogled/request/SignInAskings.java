package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;
import si.vpogled.subject.Identifier;

/**
 * Askings to sign in, each with its ticket, kept for a day so that a page can say why one no longer works, and so that
 * wrong codes are counted over all of them.
 */
@ApplicationScoped
class SignInAskings implements PanacheRepositoryBase<SignInEntity, UUID> {
    private static final Duration KEPT = Duration.ofDays(1);

    private final SignInSecrets secrets;
    private final RequestConfig config;
    private final InstantSource clock;
    private final int wrongCodes;

    /**
     * @param wrongCodes how many are taken for one case in a day
     */
    SignInAskings(
            SignInSecrets secrets,
            RequestConfig config,
            InstantSource clock,
            @ConfigProperty(name = "vpogled.limits.code.request") int wrongCodes) {
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
        this.wrongCodes = wrongCodes;
    }

    record Asked(UUID id, String ticket) {}

    /**
     * @param request empty where there is no such case
     */
    Asked add(String reference, Identifier.Email email, Optional<UUID> request) {
        Instant now = clock.instant();
        forget(now);
        String ticket = Token.random(256);
        SignInEntity asked = new SignInEntity();
        asked.id = UUID.randomUUID();
        asked.ticketHash = Sha256.hex(ticket);
        asked.linkHash = Sha256.hex(secrets.link(asked.id));
        asked.askedFor = secrets.askedFor(reference, email);
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

    /**
     * How many wrong codes are still taken for what was asked for, in a day and over all its askings, so that asking
     * again and again does not help who guesses. Whoever tries for the same at the same time waits here.
     */
    int triesLeft(SignInEntity asked) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 8)) as text)", String.class)
                .setParameter(1, asked.askedFor)
                .getSingleResult();
        long wrong = getEntityManager()
                .createQuery(
                        "select coalesce(sum(tries), 0L) from SignInEntity where askedFor = ?1 and expiresAt > ?2",
                        Long.class)
                .setParameter(1, asked.askedFor)
                .setParameter(2, clock.instant().minus(KEPT))
                .getSingleResult();
        return (int) Math.max(0, wrongCodes - wrong);
    }

    Optional<SignInEntity> byTicket(String ticket, LockModeType lock) {
        return find("ticketHash", Sha256.hex(ticket)).withLock(lock).firstResultOptional();
    }

    /** By what an address tells of the ticket, in hex digits: far too much to be guessed, too little to sign in. */
    Optional<SignInEntity> byHashBegin(String begin) {
        return find("ticketHash >= ?1 and ticketHash < ?2", begin, begin + "g").firstResultOptional();
    }

    Optional<SignInEntity> byLink(String link, LockModeType lock) {
        return find("linkHash", Sha256.hex(link)).withLock(lock).firstResultOptional();
    }
}
