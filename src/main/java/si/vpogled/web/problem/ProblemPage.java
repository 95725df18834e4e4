package si.vpogled.web.problem;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.text.Language;

/** Makes a page of a problem, for browsers. */
public interface ProblemPage {
    /** What is to be told. */
    record Told(int status, String type, String title, String detail) {}

    /**
     * What was asked for.
     *
     * @param again the address that asks for it again, up to its last parameter; empty where a form was sent
     * @param cookies the names of those that came with it
     */
    record Asked(String path, Optional<String> again, Set<String> cookies) {
        public Asked {
            cookies = Set.copyOf(cookies);
        }

        static Asked of(RoutingContext context) {
            String path = context.normalizedPath();
            return new Asked(
                    path,
                    context.request().method().equals(HttpMethod.GET)
                            ? Optional.of(path + "?" + ReaderLanguage.otherParameters(context))
                            : Optional.empty(),
                    context.request().cookies().stream().map(Cookie::getName).collect(Collectors.toSet()));
        }
    }

    /** A whole HTML document. */
    String render(Told problem, Language language, Asked asked);
}
