package si.vpogled.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** Whether a page can hold a form: what was refused early, or in a browser without cookies of ours, has no token for one. */
@Named("forms")
@ApplicationScoped
public class Forms {
    private static final String TOKEN = "csrf_token";

    private final CurrentVertxRequest request;

    Forms(CurrentVertxRequest request) {
        this.request = request;
    }

    public boolean possible() {
        return Arc.container().requestContext().isActive()
                && Optional.ofNullable(request.getCurrent())
                        .map(context -> context.<String>get(TOKEN))
                        .isPresent();
    }
}
