package si.vpogled.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.request.IdentityProofs;
import si.vpogled.request.ReadCase;
import si.vpogled.schedule.Schedule;

/** Orders letters, in the transaction of their cause. */
@ApplicationScoped
public class Letters {
    private final Rows rows;
    private final ReadCase cases;
    private final IdentityProofs proofs;
    private final SettleFacts facts;
    private final Schedule schedule;
    private final InstantSource clock;

    Letters(
            Rows rows,
            ReadCase cases,
            IdentityProofs proofs,
            SettleFacts facts,
            Schedule schedule,
            InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.proofs = proofs;
        this.facts = facts;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Orders a letter, once. An address that nobody has proved is asked whether it is theirs, and told nothing else:
     * whoever typed it may have typed somebody else's.
     *
     * @param about tells letters of one kind apart; ordering the same one again changes nothing
     */
    public void order(UUID request, LetterKind kind, String about) {
        if (kind != LetterKind.CONFIRM && !proofs.addressProved(request)) {
            return;
        }
        UUID id = id(request, kind, about);
        if (rows.findByIdOptional(id).isPresent()) {
            return;
        }
        LetterEntity letter = new LetterEntity();
        letter.id = id;
        letter.request = request;
        letter.kind = kind.name();
        letter.about = about;
        letter.facts = facts.of(kind, cases.byId(request));
        letter.createdAt = clock.instant();
        rows.persist(letter);
        schedule.at(clock.instant(), SendLetter.TASK, id.toString());
    }

    /** Whether a letter was ordered that could not be sent yet, or was given up since the mail server does not take it. */
    public boolean undelivered(UUID request, LetterKind kind, String about) {
        return rows.findByIdOptional(id(request, kind, about))
                .filter(LetterEntity::undelivered)
                .isPresent();
    }

    /** What a letter tells of, which was not sent yet, ends later than it was to say. */
    public void prolong(UUID request, LetterKind kind, String about, Instant until) {
        rows.findByIdOptional(id(request, kind, about))
                .filter(letter -> letter.waits() && letter.facts != null)
                .ifPresent(letter -> letter.facts = letter.facts.until(until));
    }

    private static UUID id(UUID request, LetterKind kind, String about) {
        return UUID.nameUUIDFromBytes((request + "/" + kind + "/" + about).getBytes(StandardCharsets.UTF_8));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<LetterEntity, UUID> {}
}
