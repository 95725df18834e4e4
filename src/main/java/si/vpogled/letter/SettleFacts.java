package si.vpogled.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Limits;
import si.vpogled.request.RequestCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;
import si.vpogled.text.Text;

/** Takes from a case what a letter that is ordered now is to say. */
@ApplicationScoped
class SettleFacts {
    private final Limits limits;
    private final RequestConfig periods;
    private final InstantSource clock;

    SettleFacts(Limits limits, RequestConfig periods, InstantSource clock) {
        this.limits = limits;
        this.periods = periods;
        this.clock = clock;
    }

    SettledFacts of(LetterKind kind, RequestCase request) {
        return new SettledFacts(
                limits.of(request).explanation().in(request.language()),
                until(kind, request),
                ground(kind, request),
                reason(kind, request));
    }

    private Optional<Instant> until(LetterKind kind, RequestCase request) {
        return switch (kind) {
            case CONFIRM -> Optional.of(clock.instant().plus(periods.confirmationPeriod()));
            case SIGN_IN -> Optional.of(clock.instant().plus(periods.signInPeriod()));
            case READY, READY_IN_PART ->
                Optional.of(request.require(State.Ready.class).availableUntil());
            case RECEIVED, EXTENDED, REFUSED, WITHDRAWN, ENDED_IN_PART, ERASED, ERASED_IN_PART, MESSAGE ->
                Optional.empty();
        };
    }

    private static String ground(LetterKind kind, RequestCase request) {
        return kind == LetterKind.REFUSED
                        && request.require(State.Closed.class).ending() instanceof State.Ending.Refused refused
                ? withArticle(RefusalGround.of(refused.ground())).in(request.language())
                : "";
    }

    private static Text withArticle(RefusalGround ground) {
        return Text.joined(". ", List.of(ground.article(), ground.text()));
    }

    private static String reason(LetterKind kind, RequestCase request) {
        if (kind == LetterKind.EXTENDED) {
            return request.extension().map(RequestCase.Extension::reason).orElse("");
        }
        if (request.state() instanceof State.Remaining remaining) {
            return Text.of(remaining.next()).in(request.language());
        }
        return request.state() instanceof State.Closed closed
                ? switch (closed.ending()) {
                    case State.Ending.Refused refused -> refused.reason();
                    case State.Ending.AnsweredInPart ended -> ended.reason();
                    case State.Ending.Answered _,
                            State.Ending.Erased _,
                            State.Ending.Withdrawn _,
                            State.Ending.NotConfirmed _ -> "";
                }
                : "";
    }
}
