package si.vpogled.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/**
 * A case as others see it.
 *
 * @param stated identifiers that the subject named: hints for staff, never proof
 * @param countedFrom when the time limit began: with receipt, unless the request was reopened
 * @param dueOn the last day for the answer
 * @param settledAt when it first left the hands of staff
 */
public record RequestCase(
        UUID id,
        String reference,
        Right right,
        List<String> services,
        String name,
        String email,
        List<Identifier> stated,
        Language language,
        String message,
        State state,
        Instant receivedAt,
        Instant countedFrom,
        LocalDate dueOn,
        Optional<Extension> extension,
        Optional<String> assignee,
        Optional<Instant> settledAt) {
    public RequestCase {
        services = List.copyOf(services);
        stated = List.copyOf(stated);
    }

    /** Whether the subject has the answer that is due: what follows of it has no time limit. */
    public boolean isAnswered() {
        return switch (state) {
            case State.Ready _, State.Remaining _, State.Closed _ -> true;
            case State.Collecting _, State.Planned _, State.AwaitingApproval _, State.Executing _, State.Proving _ ->
                right == Right.ERASURE
                        && settledAt.filter(at -> at.isAfter(countedFrom)).isPresent();
            case State.AwaitingConfirmation _, State.AwaitingDecision _, State.InReview _, State.Assembling _ -> false;
        };
    }

    public record Extension(Instant at, String reason) {}

    /** The state, where it is of a kind; otherwise the use case is refused. */
    public <S extends State> S require(Class<S> kind) {
        if (kind.isInstance(state)) {
            return kind.cast(state);
        }
        throw new CaseException(CaseException.Problem.WRONG_STATE, state.key());
    }
}
