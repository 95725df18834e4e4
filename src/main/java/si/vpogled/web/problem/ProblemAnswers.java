package si.vpogled.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Nobody is answered with a bare status: errors without a body get a problem, and browsers get a page. */
@Provider
class ProblemAnswers implements ContainerResponseFilter {
    private static final Annotation[] NONE = {};

    private final RoutingContext context;
    private final ReaderLanguage reader;
    private final ProblemPage page;

    ProblemAnswers(RoutingContext context, ReaderLanguage reader, ProblemPage page) {
        this.context = context;
        this.reader = reader;
        this.page = page;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            if (response.getEntity() instanceof HttpProblem) {
                response.setEntity(null);
            }
            return;
        }
        if (!response.hasEntity()) {
            HttpProblem told = ProblemWords.told(kind(request, response), reader.language(), "")
                    .build();
            response.setEntity(told, NONE, HttpProblem.MEDIA_TYPE);
            response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag());
        }
        String path = request.getUriInfo().getPath();
        if (response.getEntity() instanceof HttpProblem problem
                && Wish.page(path, request.getHeaderString(HttpHeaders.ACCEPT))) {
            response.setEntity(
                    page.render(
                            ProblemText.onPage(told(problem), reader.language()),
                            reader.language(),
                            ProblemPage.Asked.of(context)),
                    NONE,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /** What cannot be read as JSON at all is answered by the framework with a bare 400. */
    private static ProblemKind kind(ContainerRequestContext request, ContainerResponseContext response) {
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        return json && response.getStatus() == ProblemKind.MALFORMED_BODY.status()
                ? ProblemKind.MALFORMED_BODY
                : ProblemKind.ofStatus(response.getStatus());
    }

    private static ProblemPage.Told told(HttpProblem problem) {
        return new ProblemPage.Told(
                problem.getStatusCode(), String.valueOf(problem.getType()), problem.getTitle(), problem.getDetail());
    }
}
