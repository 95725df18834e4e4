package si.vpogled.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
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
    @JsonSubTypes.Type(value = State.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = State.AwaitingApproval.class, name = "awaiting-approval"),
    @JsonSubTypes.Type(value = State.Executing.class, name = "executing"),
    @JsonSubTypes.Type(value = State.Proving.class, name = "proving"),
    @JsonSubTypes.Type(value = State.Remaining.class, name = "remaining"),
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
            case Planned _ -> "planned";
            case AwaitingApproval _ -> "awaiting-approval";
            case Executing _ -> "executing";
            case Proving _ -> "proving";
            case Ready _ -> "ready";
            case Remaining _ -> "remaining";
            case Closed _ -> "closed";
        };
    }

    /** All keys, in the order of the process. */
    List<String> KEYS = List.of(
            "awaiting-confirmation",
            "awaiting-decision",
            "collecting",
            "in-review",
            "assembling",
            "planned",
            "awaiting-approval",
            "executing",
            "proving",
            "ready",
            "remaining",
            "closed");

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

    /** Staff look at what was found, and may have a source asked again. */
    sealed interface Reviewed extends State {
        Collecting retry(Instant at);
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

        /**
         * What is to be erased was found.
         *
         * @param plan its hash
         */
        public Planned found(Instant at, String plan) {
            return new Planned(at, plan);
        }
    }

    /**
     * Staff look at what was found.
     *
     * @param supplement to an answer already given in part
     */
    record InReview(Instant since, boolean supplement) implements Withdrawable, Refusable, Reviewed {
        @Override
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

    /**
     * There is a plan of an erasure (GDPR Art. 17): staff look at it, and change in it what the law lets people change.
     *
     * @param plan hash of the plan as it is now
     */
    record Planned(Instant since, String plan) implements Withdrawable, Refusable, Reviewed {
        @Override
        public Collecting retry(Instant at) {
            return new Collecting(at);
        }

        public Planned changed(String newPlan) {
            return new Planned(since, newPlan);
        }

        /** @param by whoever puts it before somebody else to approve */
        public AwaitingApproval propose(Instant at, String by) {
            return new AwaitingApproval(at, plan, by);
        }
    }

    /**
     * Somebody else has to approve the plan.
     *
     * @param proposedBy who cannot
     */
    record AwaitingApproval(Instant since, String plan, String proposedBy)
            implements Withdrawable, Refusable, Reviewed {
        @Override
        public Collecting retry(Instant at) {
            return new Collecting(at);
        }

        public Executing approve(Instant at) {
            return new Executing(at, plan, 1);
        }

        /** It is not approved as it is. */
        public Planned sendBack(Instant at) {
            return new Planned(at, plan);
        }

        /** What was changed must be proposed and approved anew. */
        public Planned changed(Instant at, String newPlan) {
            return new Planned(at, newPlan);
        }
    }

    /**
     * Connectors erase what an approved plan says. It cannot be taken back any more.
     *
     * @param round counts from 1, one more each time that the proof found something still there
     */
    record Executing(Instant since, String plan, int round) implements State {
        public Proving executed(Instant at) {
            return new Proving(at, plan, round);
        }

        /** There is more than the plan says: it is looked again what there is, and planned and approved anew. */
        public Collecting stop(Instant at) {
            return new Collecting(at);
        }
    }

    /** Connectors are asked again what is still there. */
    record Proving(Instant since, String plan, int round) implements State {
        public Executing contradicted(Instant at) {
            return new Executing(at, plan, round + 1);
        }

        public Closed proved(Instant at) {
            return new Closed(at, new Ending.Erased(plan));
        }

        /** @param next the day on which the next of what is kept goes */
        public Remaining provedForNow(Instant at, LocalDate next) {
            return new Remaining(at, plan, next);
        }
    }

    /** Answered. What a law or a claim keeps goes by itself when its day has come. */
    record Remaining(Instant since, String plan, LocalDate next) implements State {
        public Executing due(Instant at) {
            return new Executing(at, plan, 1);
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
        @JsonSubTypes.Type(value = Ending.Erased.class, name = "erased"),
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
                case Answered _, Erased _, Withdrawn _, NotConfirmed _ -> this;
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

        /**
         * All is done that the approved plan says.
         *
         * @param plan its hash
         */
        record Erased(String plan) implements Ending {}

        record Refused(String ground, String reason) implements Ending {}

        record Withdrawn() implements Ending {}

        record NotConfirmed() implements Ending {}
    }
}
