package si.vpogled.web.security.oidc;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.web.problem.EarlyProblem;
import si.vpogled.web.problem.ProblemKind;
import si.vpogled.web.security.StaffSignIn;

/**
 * Until the identity provider was reached once, the console says that it is away: the framework would answer as if a
 * password were wrong.
 */
@ApplicationScoped
class ProviderReached {
    private static final int BEFORE_SIGN_IN = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EarlyProblem problem;
    private final Optional<URI> provider;
    private volatile boolean reached;

    ProviderReached(
            StaffSignIn settings,
            EarlyProblem problem,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address) {
        this.problem = problem;
        this.provider = address.filter(_ -> settings.byProvider())
                .map(url -> URI.create(url.replaceAll("/+$", "") + "/.well-known/openid-configuration"));
    }

    void register(@Observes Filters filters) {
        provider.ifPresent(address -> filters.register(context -> check(context, address), BEFORE_SIGN_IN));
    }

    private void check(RoutingContext context, URI address) {
        if (reached || !context.normalizedPath().startsWith("/console")) {
            context.next();
            return;
        }
        context.vertx().executeBlocking(() -> reach(address), false).onComplete(tried -> {
            if (tried.succeeded() && tried.result()) {
                reached = true;
                context.next();
            } else {
                problem.tell(context, ProblemKind.UNAVAILABLE, "");
            }
        });
    }

    /** A certificate that only the framework is told to trust is an answer too. */
    private static boolean reach(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (SSLException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
