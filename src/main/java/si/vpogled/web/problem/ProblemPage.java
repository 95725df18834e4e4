package si.vpogled.web.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import si.vpogled.text.Language;

/** Makes a page of a problem, for browsers. */
public interface ProblemPage {
    /** What is to be told. */
    record Told(int status, String type, String title, String detail) {}

    /**
     * What was asked for.
     *
     * @param again the address that asks for it again, up to its last parameter; empty where a form was sent
     */
    record Asked(String path, Optional<String> again) {
        static Asked of(RoutingContext context) {
            String path = context.normalizedPath();
            return new Asked(
                    path,
                    context.request().method().equals(HttpMethod.GET)
                            ? Optional.of(path + "?" + ReaderLanguage.otherParameters(context))
                            : Optional.empty());
        }
    }

    /** A whole HTML document. */
    String render(Told problem, Language language, Asked asked);
}
