package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import si.vpogled.schedule.Schedule;
import si.vpogled.storage.keys.TokenKey;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Token;

/**
 * Answers to the form between its steps. Kept under the hash of a token and encrypted with a key that follows from it,
 * so that only the browser that has the token can have them read. They end some time after the last answer.
 */
@ApplicationScoped
@Transactional
public class FormDrafts {
    private static final String USE = "form draft";

    private final Rows rows;
    private final RequestConfig config;
    private final Schedule schedule;
    private final InstantSource clock;

    FormDrafts(Rows rows, RequestConfig config, Schedule schedule, InstantSource clock) {
        this.rows = rows;
        this.config = config;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The token of a new draft. */
    public String begin(String content) {
        String token = Token.random(256);
        FormDraftEntity row = new FormDraftEntity();
        row.id = Sha256.hex(token);
        fill(row, token, content);
        rows.persist(row);
        schedule.at(row.expiresAt, EndDraftTask.TASK, row.id);
        return token;
    }

    /** What a draft holds; empty where there is none, or none any more. */
    public Optional<String> read(String token) {
        return rows.findByIdOptional(Sha256.hex(token)).filter(this::good).map(row -> content(row, token));
    }

    /** As {@link #read}, and nobody else writes it until the transaction ends. */
    public Optional<String> lock(String token) {
        return locked(token).map(row -> content(row, token));
    }

    /** Writes what comes of what there is; whoever writes at the same time, waits. */
    public Optional<String> change(String token, UnaryOperator<String> change) {
        return locked(token).map(row -> {
            String changed = change.apply(content(row, token));
            fill(row, token, changed);
            return changed;
        });
    }

    public void end(String token) {
        rows.deleteById(Sha256.hex(token));
    }

    /** When to look again, of a draft that was written to meanwhile; otherwise it is gone now. */
    Optional<Instant> purge(String id) {
        Optional<FormDraftEntity> row = rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        Optional<Instant> later = row.filter(this::good).map(kept -> kept.expiresAt);
        if (later.isEmpty()) {
            row.ifPresent(rows::delete);
        }
        return later;
    }

    private Optional<FormDraftEntity> locked(String token) {
        return rows.findByIdOptional(Sha256.hex(token), LockModeType.PESSIMISTIC_WRITE)
                .filter(this::good);
    }

    private boolean good(FormDraftEntity row) {
        return row.expiresAt.isAfter(clock.instant());
    }

    private void fill(FormDraftEntity row, String token, String content) {
        row.content = TokenKey.of(token, USE).encrypt(content.getBytes(StandardCharsets.UTF_8), row.id);
        row.expiresAt = clock.instant().plus(config.draftPeriod());
    }

    private static String content(FormDraftEntity row, String token) {
        return new String(TokenKey.of(token, USE).decrypt(row.content, row.id), StandardCharsets.UTF_8);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<FormDraftEntity, String> {}
}
