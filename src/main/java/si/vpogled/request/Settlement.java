package si.vpogled.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a case first left the hands of staff. */
public enum Settlement {
    ANSWERED,
    /** The first answer lacked some sources; a supplement changes nothing of that. */
    ANSWERED_IN_PART,
    /** An answer as well: it tells the ground, and how to complain (GDPR Art. 12(4)). */
    REFUSED,
    WITHDRAWN,
    NOT_CONFIRMED;

    /** Whether the subject was told what they had asked, or why not: what the time limit is for (GDPR Art. 12(3)). */
    public boolean answer() {
        return switch (this) {
            case ANSWERED, ANSWERED_IN_PART, REFUSED -> true;
            case WITHDRAWN, NOT_CONFIRMED -> false;
        };
    }

    /** As the database holds it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Settlement of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No settlement is called " + key));
    }

    record Settled(Instant at, Settlement how) {}

    /** What a state means for this; empty where the case is open. */
    static Optional<Settled> of(State state) {
        return switch (state) {
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.Collecting _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Executing _,
                    State.Proving _ -> Optional.empty();
            case State.Ready ready ->
                Optional.of(new Settled(ready.since(), ready.partial().isPresent() ? ANSWERED_IN_PART : ANSWERED));
            case State.Remaining remaining -> Optional.of(new Settled(remaining.since(), ANSWERED));
            case State.Closed closed -> Optional.of(new Settled(closed.at(), of(closed.ending())));
        };
    }

    private static Settlement of(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _, State.Ending.Erased _ -> ANSWERED;
            case State.Ending.AnsweredInPart _ -> ANSWERED_IN_PART;
            case State.Ending.Refused _ -> REFUSED;
            case State.Ending.Withdrawn _ -> WITHDRAWN;
            case State.Ending.NotConfirmed _ -> NOT_CONFIRMED;
        };
    }
}
