package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What staff write for each other. */
@ApplicationScoped
public class Notes {
    private final Rows rows;
    private final InstantSource clock;

    Notes(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public record Note(String author, String text, Instant at) {}

    void add(UUID id, UUID request, String author, String text) {
        NoteEntity note = new NoteEntity();
        note.id = id;
        note.request = request;
        note.author = author;
        note.text = text;
        note.at = clock.instant();
        rows.persist(note);
    }

    /**
     * Whether this one was added before.
     *
     * @throws CaseException where another one was added with its id
     */
    boolean added(UUID id, String text) {
        Optional<NoteEntity> before = rows.findByIdOptional(id);
        if (before.stream().anyMatch(note -> !note.text.equals(text))) {
            throw new CaseException(CaseException.Problem.IDEMPOTENCY_MISMATCH, "");
        }
        return before.isPresent();
    }

    public List<Note> of(UUID request) {
        return rows.list("request = ?1 order by at", request).stream()
                .map(row -> new Note(row.author, row.text, row.at))
                .toList();
    }

    /** All of a case: they may tell anything of anybody. */
    void forget(UUID request) {
        rows.delete("request", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<NoteEntity, UUID> {}
}
