package si.vpogled.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.schedule.Schedule;

/** Orders letters, in the transaction of their cause. */
@ApplicationScoped
public class Letters {
    private final Rows rows;
    private final Schedule schedule;
    private final InstantSource clock;

    Letters(Rows rows, Schedule schedule, InstantSource clock) {
        this.rows = rows;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * @param about tells letters of one kind apart; ordering the same one again changes nothing
     */
    public void order(UUID request, LetterKind kind, String about) {
        UUID id = UUID.nameUUIDFromBytes((request + "/" + kind + "/" + about).getBytes(StandardCharsets.UTF_8));
        if (rows.findByIdOptional(id).isPresent()) {
            return;
        }
        LetterEntity letter = new LetterEntity();
        letter.id = id;
        letter.request = request;
        letter.kind = kind.name();
        letter.about = about;
        letter.createdAt = clock.instant();
        rows.persist(letter);
        schedule.at(clock.instant(), SendLetter.TASK, id.toString());
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<LetterEntity, UUID> {}
}
