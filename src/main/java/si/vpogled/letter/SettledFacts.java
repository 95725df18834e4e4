package si.vpogled.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * What a letter says of its occasion, settled when it is ordered: sent late, it does not tell of what came after.
 *
 * @param limit the time limit, explained in a line
 * @param until when link or answer end; a letter that was not sent by then is sent no more
 * @param ground of a refusal, with its article; may be empty
 * @param reason written by staff, in the subject's language, or of an erasure the day on which the next of what is kept
 *     goes; may be empty
 */
record SettledFacts(String limit, Optional<Instant> until, String ground, String reason) {
    SettledFacts until(Instant later) {
        return new SettledFacts(limit, Optional.of(later), ground, reason);
    }
}
