package si.vpogled.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.law.RefusalGround;

/**
 * Where a case stands. Each state carries its own data and has a method for each way out of it, so that a transition
 * the process does not know does not compile.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = State.AwaitingConfirmation.class, name = "awaiting-confirmation"),
    @JsonSubTypes.Type(value = State.AwaitingDecision.class, name = "awaiting-decision"),
    @JsonSubTypes.Type(value = State.Collecting.class, name = "collecting"),
    @JsonSubTypes.Type(value = State.InReview.class, name = "in-review"),
    @JsonSubTypes.Type(value = State.Assembling.class, name = "assembling"),
    @JsonSubTypes.Type(value = State.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = State.Closed.class, name = "closed")
})
public sealed interface State {
    /** The name in JSON, in filters and in texts. */
    default String key() {
        return switch (this) {
            case AwaitingConfirmation _ -> "awaiting-confirmation";
            case AwaitingDecision _ -> "awaiting-decision";
            case Collecting _ -> "collecting";
            case InReview _ -> "in-review";
            case Assembling _ -> "assembling";
            case Ready _ -> "ready";
            case Closed _ -> "closed";
        };
    }

    /** All keys, in the order of the process. */
    List<String> KEYS = List.of(
            "awaiting-confirmation", "awaiting-decision", "collecting", "in-review", "assembling", "ready", "closed");

    /** The subject may still take the request back. */
    sealed interface Withdrawable extends State {
        default Closed withdraw(Instant at) {
            return new Closed(at, new Ending.Withdrawn());
        }
    }

    /** Staff may still refuse (GDPR Art. 12(4)-(5)). */
    sealed interface Refusable extends State {
        default Closed refuse(Instant at, String ground, String reason) {
            return new Closed(at, new Ending.Refused(ground, reason));
        }
    }

    /** Sent, but nobody has shown yet that the address is theirs. */
    record AwaitingConfirmation(Instant expiresAt) implements Withdrawable {
        AwaitingDecision confirm(Instant at) {
            return new AwaitingDecision(at);
        }

        public Closed expire(Instant at) {
            return new Closed(at, new Ending.NotConfirmed());
        }
    }

    /** Confirmed; staff, or a policy, decide whether it is accepted. */
    record AwaitingDecision(Instant since) implements Withdrawable, Refusable {
        public Collecting accept(Instant at) {
            return new Collecting(at);
        }
    }

    /** Connectors are at work. */
    record Collecting(Instant since) implements Withdrawable, Refusable {
        /**
         * @param supplement an answer was given in part before
         */
        public InReview collected(Instant at, boolean supplement) {
            return new InReview(at, supplement);
        }
    }

    /**
     * Staff look at what was found.
     *
     * @param supplement to an answer already given in part
     */
    record InReview(Instant since, boolean supplement) implements Withdrawable, Refusable {
        public Collecting retry(Instant at) {
            return new Collecting(at);
        }

        public Assembling release(Instant at, int bundle, Optional<Partial> partial) {
            return new Assembling(at, bundle, partial);
        }
    }

    /** The bundle is made. */
    record Assembling(Instant since, int bundle, Optional<Partial> partial) implements State {
        public Ready assembled(Instant at, Instant availableUntil) {
            return new Ready(at, bundle, availableUntil, partial);
        }

        /** It cannot be made of what was collected: staff decide again. */
        public InReview notAssembled(Instant at) {
            return new InReview(at, bundle > 1);
        }
    }

    /** The answer is there to download. */
    record Ready(Instant since, int bundle, Instant availableUntil, Optional<Partial> partial) implements State {
        /** What was missing has come. */
        public InReview supplement(Instant at) {
            return new InReview(at, true);
        }

        /** The subject could not be told yet that it is there. */
        public Ready prolong(Instant until) {
            return new Ready(since, bundle, until, partial);
        }

        public Closed close(Instant at) {
            return new Closed(at, new Ending.Answered(bundle));
        }

        /** What is missing will never come: the subject is told why. Empty where nothing is missing. */
        public Optional<Closed> endInPart(Instant at, String reason) {
            return partial.map(missing -> new Closed(at, new Ending.AnsweredInPart(bundle, missing.missing(), reason)));
        }
    }

    record Closed(Instant at, Ending ending) implements State {
        /** What was lacking has come; empty where it ended in another way. */
        public Optional<AwaitingDecision> reopen(Instant now) {
            return Optional.of(new AwaitingDecision(now)).filter(_ -> ending.forWantOfProof());
        }

        /** How it ended, without what was written to the subject. */
        public Closed withoutWords() {
            return new Closed(at, ending.withoutWords());
        }
    }

    /**
     * An answer in part, by a clerk's decision.
     *
     * @param missing the connectors without an answer
     */
    record Partial(String reason, List<String> missing) {
        public Partial {
            missing = List.copyOf(missing);
        }
    }

    /** How a case ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ending.Answered.class, name = "answered"),
        @JsonSubTypes.Type(value = Ending.AnsweredInPart.class, name = "answered-in-part"),
        @JsonSubTypes.Type(value = Ending.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Ending.Withdrawn.class, name = "withdrawn"),
        @JsonSubTypes.Type(value = Ending.NotConfirmed.class, name = "not-confirmed")
    })
    sealed interface Ending {
        /** Refused since the subject could not be identified: taken up again when more arrives (GDPR Art. 11(2), 12(2)). */
        default boolean forWantOfProof() {
            return this instanceof Refused refused
                    && refused.ground().equals(RefusalGround.IDENTITY_NOT_ESTABLISHED.key());
        }

        default Ending withoutWords() {
            return switch (this) {
                case AnsweredInPart part -> new AnsweredInPart(part.bundles(), part.missing(), "");
                case Refused refused -> new Refused(refused.ground(), "");
                case Answered _, Withdrawn _, NotConfirmed _ -> this;
            };
        }

        record Answered(int bundles) implements Ending {}

        /**
         * What was missing cannot be had any more.
         *
         * @param missing the connectors without an answer
         * @param reason in the subject's language
         */
        record AnsweredInPart(int bundles, List<String> missing, String reason) implements Ending {
            public AnsweredInPart {
                missing = List.copyOf(missing);
            }
        }

        record Refused(String ground, String reason) implements Ending {}

        record Withdrawn() implements Ending {}

        record NotConfirmed() implements Ending {}
    }
}
