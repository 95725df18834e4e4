package si.vpogled.request;

import java.util.Optional;
import java.util.UUID;

/** Something happened to a case; fired within the transaction that changes it. */
public sealed interface CaseEvent {
    UUID request();

    /**
     * @param from empty where the case is new
     */
    record Moved(UUID request, Optional<State> from, State to) implements CaseEvent {}

    /** The time limit was extended (GDPR Art. 12(3)): the subject is told within the first month. */
    record TimeLimitExtended(UUID request) implements CaseEvent {}

    /** Staff checked who asks, and may have seen accounts proved. */
    record IdentityChecked(UUID request) implements CaseEvent {}

    /**
     * Somebody who knows reference and address wants to sign in.
     *
     * @param link makes each asking its own
     */
    record SignInAsked(UUID request, UUID link) implements CaseEvent {}
}
