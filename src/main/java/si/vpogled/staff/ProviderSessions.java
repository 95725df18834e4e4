package si.vpogled.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import si.vpogled.storage.MasterKey;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;

/**
 * What the identity provider gave for a session of the console, kept here and not in the browser: after sign-out a
 * cookie that somebody kept opens nothing, in no replica. Under the master key, by the hash of the id that the browser
 * has, so that the database alone opens no session.
 */
@ApplicationScoped
public class ProviderSessions {
    /** Requests that were on their way with the former id when it was replaced still arrive. */
    private static final Duration ON_THEIR_WAY = Duration.ofSeconds(30);

    private final Rows rows;
    private final MasterKey masterKey;
    private final InstantSource clock;

    ProviderSessions(Rows rows, MasterKey masterKey, InstantSource clock) {
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * Begins a session, or goes on with one under a new id; forgets those that are over.
     *
     * @param until its end, however busy somebody is
     */
    @Transactional
    public String begin(String tokens, Instant until) {
        rows.delete("expiresAt < ?1", clock.instant());
        String id = Token.random(256);
        ProviderSessionEntity row = new ProviderSessionEntity();
        row.idHash = Sha256.hex(id);
        row.sealedTokens = masterKey.wrap(tokens.getBytes(StandardCharsets.UTF_8), purpose(row.idHash));
        row.expiresAt = until;
        rows.persist(row);
        return id;
    }

    /** What was kept; empty once the session is over. */
    @Transactional
    public Optional<Kept> find(String id) {
        return rows.findByIdOptional(Sha256.hex(id))
                .filter(row -> row.expiresAt.isAfter(clock.instant()))
                .map(row -> new Kept(
                        new String(masterKey.unwrap(row.sealedTokens, purpose(row.idHash)), StandardCharsets.UTF_8),
                        row.expiresAt));
    }

    /**
     * @param until the session's end, however busy somebody is
     */
    public record Kept(String tokens, Instant until) {}

    /**
     * Lets an id run out, since the session goes on under another.
     *
     * @return when the session ends; empty where it is over
     */
    @Transactional
    public Optional<Instant> replace(String id) {
        Instant now = clock.instant();
        return rows.findByIdOptional(Sha256.hex(id))
                .filter(row -> row.expiresAt.isAfter(now))
                .map(row -> {
                    Instant end = row.expiresAt;
                    Instant soon = now.plus(ON_THEIR_WAY);
                    row.expiresAt = soon.isBefore(end) ? soon : end;
                    return end;
                });
    }

    @Transactional
    public void end(String id) {
        rows.deleteById(Sha256.hex(id));
    }

    private static String purpose(String hash) {
        return "staff session " + hash;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ProviderSessionEntity, String> {}
}
