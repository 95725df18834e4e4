package si.vpogled.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Turns a wrong field into a problem; {@link ProblemWords} adds field and words. */
@Provider
public class FieldProblems extends ExceptionMapperBase<InvalidFieldException> {
    @Override
    protected HttpProblem toProblem(InvalidFieldException wrong) {
        return HttpProblem.builder()
                .withType(ProblemKind.INVALID_FIELDS.type())
                .withStatus(ProblemKind.INVALID_FIELDS.status())
                .build();
    }
}
