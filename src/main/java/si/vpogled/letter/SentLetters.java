package si.vpogled.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The letters that a case's subject was sent, to be read again. */
@ApplicationScoped
public class SentLetters {
    private final Letters.Rows rows;
    private final LetterText text;

    SentLetters(Letters.Rows rows, LetterText text) {
        this.rows = rows;
        this.text = text;
    }

    /**
     * A letter that was sent.
     *
     * @param readable whether what it said is still known; letters of early versions were not settled
     */
    public record Sent(UUID id, LetterKind kind, Instant at, boolean readable) {}

    /**
     * What a letter said. Links that opened something are cut short: whoever reads it is past them.
     */
    public record Read(Sent sent, String subject, String body) {}

    /** Oldest first. */
    @Transactional
    public List<Sent> of(UUID request) {
        return rows.list("request = ?1 and sentAt is not null order by sentAt, id", request).stream()
                .map(SentLetters::sent)
                .toList();
    }

    /**
     * A letter that the mail server does not take.
     *
     * @param since when it was first refused
     * @param ended whether it is not tried again
     */
    public record Undelivered(LetterKind kind, Instant since, boolean ended) {}

    /** Those of some cases; cases without one are not named. */
    @Transactional
    public Map<UUID, List<Undelivered>> undelivered(Collection<UUID> requests) {
        return rows
                .list(
                        "request in ?1 and sentAt is null and failingSince is not null order by failingSince, id",
                        requests)
                .stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.request,
                        Collectors.mapping(
                                letter -> new Undelivered(
                                        LetterKind.valueOf(letter.kind), letter.failingSince, letter.droppedAt != null),
                                Collectors.toList())));
    }

    /** Empty where the case has no such letter that can be read. */
    @Transactional
    public Optional<Read> read(UUID request, UUID letter) {
        return rows.find("id = ?1 and request = ?2 and sentAt is not null", letter, request)
                .firstResultOptional()
                .filter(found -> sent(found).readable())
                .map(found -> read(found, text.writeAgain(found)));
    }

    private static Read read(LetterEntity letter, LetterText.Written written) {
        return new Read(sent(letter), written.subject(), written.body());
    }

    private static Sent sent(LetterEntity letter) {
        return new Sent(letter.id, LetterKind.valueOf(letter.kind), letter.sentAt, letter.facts != null);
    }
}
