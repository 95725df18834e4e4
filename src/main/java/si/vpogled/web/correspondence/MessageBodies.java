package si.vpogled.web.correspondence;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import si.vpogled.bundle.report.Formats;
import si.vpogled.correspondence.Draft;
import si.vpogled.text.Language;
import si.vpogled.web.problem.LargeBodies;

/** Messages with attachments are the only large bodies, and only from browsers that are signed in to something. */
@ApplicationScoped
class MessageBodies implements LargeBodies {
    private static final Pattern PLACES = Pattern.compile("/case/messages|/console/cases/[^/]{1,40}/messages");

    @Override
    public boolean expected(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        return context.request().method().equals(HttpMethod.POST)
                && PLACES.matcher(context.normalizedPath()).matches()
                && type != null
                && type.startsWith("multipart/form-data")
                && context.request().getHeader("Cookie") != null;
    }

    @Override
    public String most(Language language) {
        return new Formats(language).size(Draft.MOST_BYTES);
    }
}
