package si.vpogled.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Language;

/**
 * Gives every problem its type, title and detail in the reader's language, whoever found it. Whatever a library wrote
 * is dropped: it may show classes, or what somebody typed.
 */
@ApplicationScoped
class ProblemWords implements ProblemPostProcessor {
    /** Before the library's own, which log and add defaults. */
    private static final int FIRST = 1000;

    private final Inventory inventory;

    ProblemWords(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() < 400) {
            return problem;
        }
        Language language = language();
        Cause cause = new Cause(context.cause, language, inventory);
        ProblemKind kind = kind(problem, cause);
        String id = kind.status() >= 500 ? UUID.randomUUID().toString() : "";
        HttpProblem.Builder told = told(kind, language, cause.subject().isEmpty() ? id : cause.subject());
        if (kind == ProblemKind.CREDENTIALS_REQUIRED) {
            // RFC 9110 section 11.6.1 wants one; the framework gives it only to wrong credentials
            told.withHeader("WWW-Authenticate", "Basic realm=\"Vpogled\", charset=\"UTF-8\"");
        } else {
            problem.getHeaders().forEach(told::withHeader);
        }
        if (!id.isEmpty()) {
            told.with("id", id);
        }
        List<FieldViolation> violations = cause.violations(problem);
        if (!violations.isEmpty()) {
            told.with("violations", violations);
        }
        return told.build();
    }

    private static ProblemKind kind(HttpProblem problem, Cause cause) {
        return Optional.ofNullable(problem.getType())
                .flatMap(ProblemKind::ofType)
                .or(cause::kind)
                .orElseGet(() -> ProblemKind.ofStatus(problem.getStatusCode()));
    }

    /** A problem of a kind, in words. */
    static HttpProblem.Builder told(ProblemKind kind, Language language, String subject) {
        return HttpProblem.builder()
                .withType(kind.type())
                .withStatus(kind.status())
                .withTitle(ProblemText.title(kind, language))
                .withDetail(ProblemText.detail(kind, language, subject))
                .withHeader("Content-Language", language.tag());
    }

    private static Language language() {
        return Optional.ofNullable(Arc.container())
                .filter(container -> container.requestContext().isActive())
                .map(container ->
                        container.instance(CurrentVertxRequest.class).get().getCurrent())
                .flatMap(ReaderLanguage::of)
                .orElse(Language.SL);
    }
}
