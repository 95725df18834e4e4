package si.vpogled.request;

/** A use case was refused; nothing was changed. Turned into words, and into RFC 9457 problem details, by {@code web}. */
public final class CaseException extends RuntimeException {
    private final Problem problem;
    private final String subject;

    public CaseException(Problem problem, String subject) {
        super(problem + ": " + subject);
        this.problem = problem;
        this.subject = subject;
    }

    public Problem problem() {
        return problem;
    }

    /** What it is about: a state, a role, a service, a connector; never personal data. */
    public String subject() {
        return subject;
    }

    /** The kinds of refusal; subject in brackets. */
    public enum Problem {
        /** No such case, or not one's own: the two look the same. */
        NOT_FOUND,
        /** The case is in a state (which) that does not allow this. */
        WRONG_STATE,
        /** A role (which) is needed. */
        ROLE_REQUIRED,
        /** The right (which) is not offered here. */
        RIGHT_NOT_OFFERED,
        /** The inventory has no service (which). */
        UNKNOWN_SERVICE,
        /** The inventory has no item (which). */
        UNKNOWN_ITEM,
        /** The ground (which) is none for this decision. */
        UNKNOWN_GROUND,
        /** There is no connector (which) in this case. */
        UNKNOWN_CONNECTOR,
        /** The link is used, expired or forged. */
        LINK_UNUSABLE,
        /** Hosted content is in scope (which services), and identity has one proof only. */
        IDENTITY_INSUFFICIENT,
        /** Extended once already (GDPR Art. 12(3)). */
        EXTENDED_ALREADY,
        /** The first month is over (until when), so it cannot be extended any more (GDPR Art. 12(3)). */
        EXTENSION_TOO_LATE,
        /** Connectors (which) have no answer: release needs a reason. */
        ANSWER_INCOMPLETE,
        /** The answer is not the one that was looked at any more. */
        ANSWER_CHANGED,
        /** What was collected has no such entry, record or field, or not any more. */
        UNKNOWN_PART,
        /** Nothing was found of the item (which). */
        NOTHING_TO_WITHHOLD,
        /** What a connector (which) brought cannot be read. */
        FINDINGS_UNREADABLE,
        /** Something that is withheld was not found again in what was collected since: it is to be decided anew. */
        WITHHOLDING_OPEN,
        /** The plan of the erasure is not the one that was looked at any more. */
        PLAN_CHANGED,
        /** Connectors (which) have not said all that they hold: the plan cannot be put before an approver. */
        PLAN_INCOMPLETE,
        /** Whoever proposed a plan, changed it, or works on the case does not approve it. */
        OWN_CASE,
        /** The plan has no such group or item (which). */
        UNKNOWN_GROUP,
        /** The law does not let people change the verdict so (why: a key of the law's texts). */
        VERDICT_NOT_ALLOWED,
        /** The connector (which) is at work or has answered. */
        NOTHING_TO_RETRY,
        /** A test of the connector (which) is under way. */
        TEST_RUNNING,
        /** The Idempotency-Key came with another body before. */
        IDEMPOTENCY_MISMATCH,
        /** The download period is over (since when). */
        DOWNLOAD_OVER
    }
}
