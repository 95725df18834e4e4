package si.vpogled.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Takes JSON of another shape from the framework's own mapper; {@link ProblemWords} adds field and words. */
@Provider
public class JsonProblems extends ExceptionMapperBase<MismatchedInputException> {
    @Override
    protected HttpProblem toProblem(MismatchedInputException wrong) {
        return HttpProblem.valueOf(Response.Status.BAD_REQUEST);
    }
}
