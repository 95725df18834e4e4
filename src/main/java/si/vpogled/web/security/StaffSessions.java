package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;

/**
 * Who of staff is signed in to the console by password. Kept in the database, so that signing out ends a session on every
 * replica, whoever kept its cookie; tokens are kept as hashes.
 */
@ApplicationScoped
class StaffSessions {
    private final EntityManager database;
    private final StaffSessionConfig config;
    private final InstantSource clock;

    StaffSessions(EntityManager database, StaffSessionConfig config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Opens a session and returns its token. */
    @Transactional
    String open(String name) {
        Instant now = clock.instant();
        database.createNativeQuery("delete from staff_session where token_hash in (select token_hash from staff_session"
                        + " where expires_at < ?1 limit 100 for update skip locked)")
                .setParameter(1, now)
                .executeUpdate();
        String token = Token.random(256);
        database.createNativeQuery(
                        "insert into staff_session (token_hash, name, idle_at, expires_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, Sha256.hex(token))
                .setParameter(2, name)
                .setParameter(3, now.plus(config.sessionIdle()))
                .setParameter(4, now.plus(config.session()))
                .executeUpdate();
        return token;
    }

    /**
     * Whose session it is; using it keeps it from ending for want of use, to the minute, so that not every look writes.
     *
     * @param used whether somebody is at work, or only a page that looks again by itself
     */
    @Transactional
    Optional<String> name(String token, boolean used) {
        Instant now = clock.instant();
        List<?> found = database.createNativeQuery(
                        "select name from staff_session where token_hash = ?1 and idle_at > ?2 and expires_at > ?2",
                        String.class)
                .setParameter(1, Sha256.hex(token))
                .setParameter(2, now)
                .getResultList();
        if (used && !found.isEmpty()) {
            Instant idleAt = now.plus(config.sessionIdle());
            database.createNativeQuery("update staff_session set idle_at = ?1 where token_hash = ?2 and idle_at < ?3")
                    .setParameter(1, idleAt)
                    .setParameter(2, Sha256.hex(token))
                    .setParameter(3, idleAt.minusSeconds(60))
                    .executeUpdate();
        }
        return found.stream().map(String.class::cast).findFirst();
    }

    /** When a session ends; asking is no use of it. */
    @Transactional
    Optional<SessionEnd> ends(String token) {
        Instant now = clock.instant();
        List<?> found = database.createNativeQuery(
                        "select idle_at, expires_at from staff_session where token_hash = ?1 and idle_at > ?2"
                                + " and expires_at > ?2",
                        Object[].class)
                .setParameter(1, Sha256.hex(token))
                .setParameter(2, now)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> SessionEnd.of((Instant) row[0], (Instant) row[1], now))
                .findFirst();
    }

    @Transactional
    void end(String token) {
        database.createNativeQuery("delete from staff_session where token_hash = ?1")
                .setParameter(1, Sha256.hex(token))
                .executeUpdate();
    }
}
