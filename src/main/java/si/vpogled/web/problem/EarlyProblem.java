package si.vpogled.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.text.Language;

/** Tells a problem before any resource is found, so without the help of JAX-RS. */
@ApplicationScoped
public class EarlyProblem {
    private final ObjectMapper json;
    private final ProblemPage page;

    EarlyProblem(ObjectMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    /**
     * @param subject what it is about; may be empty
     */
    public void tell(RoutingContext context, ProblemKind kind, String subject) {
        Language language = ReaderLanguage.of(context).orElse(Language.SL);
        HttpProblem told = ProblemWords.told(kind, language, subject).build();
        HttpServerResponse response = context.response().setStatusCode(told.getStatusCode());
        told.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        if (Wish.page(context.normalizedPath(), context.request().getHeader(HttpHeaders.ACCEPT))) {
            response.putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(page.render(
                            ProblemText.onPage(
                                    new ProblemPage.Told(
                                            told.getStatusCode(),
                                            String.valueOf(told.getType()),
                                            told.getTitle(),
                                            told.getDetail()),
                                    language),
                            language,
                            ProblemPage.Asked.of(context)));
            return;
        }
        try {
            response.putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(told));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
