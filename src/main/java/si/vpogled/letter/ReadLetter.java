package si.vpogled.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;

/**
 * The subject reads in the portal what a letter said. The first time is on record: the proof that a decision was received
 * (ZVOP-2 Art. 14(2)), from which the days for a complaint count.
 */
@ApplicationScoped
public class ReadLetter {
    private final SentLetters letters;
    private final History history;

    ReadLetter(SentLetters letters, History history) {
        this.letters = letters;
        this.history = history;
    }

    /** Empty where the case has no such letter that can be read. */
    @Transactional
    public Optional<SentLetters.Read> read(UUID request, UUID letter) {
        Optional<SentLetters.Read> found = letters.read(request, letter);
        found.ifPresent(
                read -> received(request, read.sent().kind(), read.sent().at()));
        return found;
    }

    /**
     * The page of the case says the same as a letter of this kind.
     *
     * @param since what was read before is another one
     */
    @Transactional
    public void received(UUID request, LetterKind kind, Instant since) {
        Map<String, String> detail = Map.of("kind", kind.template());
        if (!history.tells(request, Action.LETTER_READ, detail, since)) {
            history.append(request, Actor.subject(), Action.LETTER_READ, detail);
        }
    }
}
