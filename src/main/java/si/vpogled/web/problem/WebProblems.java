package si.vpogled.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Turns what the web itself refuses into problems; {@link ProblemWords} adds the words. */
@Provider
public class WebProblems extends ExceptionMapperBase<ProblemException> {
    @Override
    protected HttpProblem toProblem(ProblemException refused) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(refused.kind().type())
                .withStatus(refused.kind().status());
        refused.headers().forEach(problem::withHeader);
        return problem.build();
    }
}
