package si.vpogled.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import si.vpogled.request.CaseException;

/** Turns refusals of use cases into problems; {@link ProblemWords} adds the words. */
@Provider
public class CaseProblems extends ExceptionMapperBase<CaseException> {
    @Override
    protected HttpProblem toProblem(CaseException refused) {
        ProblemKind kind = kind(refused.problem());
        return HttpProblem.builder()
                .withType(kind.type())
                .withStatus(kind.status())
                .build();
    }

    static ProblemKind kind(CaseException.Problem problem) {
        return switch (problem) {
            case NOT_FOUND -> ProblemKind.CASE_NOT_FOUND;
            case WRONG_STATE -> ProblemKind.WRONG_STATE;
            case ROLE_REQUIRED -> ProblemKind.ROLE_REQUIRED;
            case RIGHT_NOT_OFFERED -> ProblemKind.RIGHT_NOT_OFFERED;
            case UNKNOWN_SERVICE -> ProblemKind.UNKNOWN_SERVICE;
            case UNKNOWN_ITEM -> ProblemKind.UNKNOWN_ITEM;
            case UNKNOWN_GROUND -> ProblemKind.UNKNOWN_GROUND;
            case UNKNOWN_CONNECTOR -> ProblemKind.UNKNOWN_CONNECTOR;
            case LINK_UNUSABLE -> ProblemKind.LINK_UNUSABLE;
            case IDENTITY_INSUFFICIENT -> ProblemKind.IDENTITY_INSUFFICIENT;
            case EXTENDED_ALREADY -> ProblemKind.EXTENDED_ALREADY;
            case EXTENSION_TOO_LATE -> ProblemKind.EXTENSION_TOO_LATE;
            case ANSWER_INCOMPLETE -> ProblemKind.ANSWER_INCOMPLETE;
            case ANSWER_CHANGED -> ProblemKind.ANSWER_CHANGED;
            case UNKNOWN_PART -> ProblemKind.UNKNOWN_PART;
            case NOTHING_TO_WITHHOLD -> ProblemKind.NOTHING_TO_WITHHOLD;
            case FINDINGS_UNREADABLE -> ProblemKind.FINDINGS_UNREADABLE;
            case WITHHOLDING_OPEN -> ProblemKind.WITHHOLDING_OPEN;
            case PLAN_CHANGED -> ProblemKind.PLAN_CHANGED;
            case PLAN_INCOMPLETE -> ProblemKind.PLAN_INCOMPLETE;
            case OWN_CASE -> ProblemKind.OWN_CASE;
            case UNKNOWN_GROUP -> ProblemKind.UNKNOWN_GROUP;
            case VERDICT_NOT_ALLOWED -> ProblemKind.VERDICT_NOT_ALLOWED;
            case NOTHING_TO_RETRY -> ProblemKind.NOTHING_TO_RETRY;
            case TEST_RUNNING -> ProblemKind.TEST_RUNNING;
            case IDEMPOTENCY_MISMATCH -> ProblemKind.IDEMPOTENCY_MISMATCH;
            case DOWNLOAD_OVER -> ProblemKind.DOWNLOAD_OVER;
        };
    }
}
