package si.vpogled.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.text.Language;

/** Tells that a body is too large: before any resource is found, so without the help of JAX-RS. */
@ApplicationScoped
class TooLarge {
    private final ObjectMapper json;
    private final ProblemPage page;

    TooLarge(ObjectMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    /**
     * @param limit in bytes
     */
    void tell(RoutingContext context, long limit) {
        Language language = ReaderLanguage.of(context).orElse(Language.SL);
        HttpProblem told = ProblemWords.told(ProblemKind.TOO_LARGE, language, Long.toString(limit / 1024))
                .build();
        HttpServerResponse response = context.response().setStatusCode(told.getStatusCode());
        told.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        if (Wish.page(context.normalizedPath(), context.request().getHeader(HttpHeaders.ACCEPT))) {
            response.putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(page.render(
                            new ProblemPage.Told(
                                    told.getStatusCode(),
                                    String.valueOf(told.getType()),
                                    told.getTitle(),
                                    told.getDetail()),
                            language));
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
