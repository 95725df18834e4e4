package si.vpogled.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import si.vpogled.request.AccessLinks;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;

/** Whether a letter still says something when it is sent: a link or an answer that is over is not written of. */
@ApplicationScoped
class InTime {
    private final ReadCase cases;
    private final AccessLinks links;
    private final SettleFacts facts;
    private final InstantSource clock;

    InTime(ReadCase cases, AccessLinks links, SettleFacts facts, InstantSource clock) {
        this.cases = cases;
        this.links = links;
        this.facts = facts;
        this.clock = clock;
    }

    /** Within a transaction: what the letter says is settled now, where the version that ordered it did not. */
    boolean test(LetterEntity letter) {
        RequestCase request = cases.byId(letter.request);
        LetterKind kind = LetterKind.valueOf(letter.kind);
        if (kind == LetterKind.CONFIRM && !(request.state() instanceof State.AwaitingConfirmation)) {
            return false;
        }
        if (letter.facts == null) {
            if (!canSettle(kind, request)) {
                return false;
            }
            letter.facts = facts.of(kind, request);
        }
        return letter.facts
                .until()
                .filter(until -> !until.isAfter(clock.instant()))
                .isEmpty();
    }

    /** Whether it is there already: sent by a process that did not live to note it down, and its link was used. */
    boolean arrived(LetterEntity letter) {
        return links.used(letter.id);
    }

    /** An answer's last day is known only as long as the case stands at that answer. */
    private static boolean canSettle(LetterKind kind, RequestCase request) {
        return switch (kind) {
            case READY, READY_IN_PART -> request.state() instanceof State.Ready;
            case CONFIRM,
                    RECEIVED,
                    EXTENDED,
                    REFUSED,
                    WITHDRAWN,
                    ENDED_IN_PART,
                    ERASED,
                    ERASED_IN_PART,
                    MESSAGE,
                    SIGN_IN -> true;
        };
    }
}
