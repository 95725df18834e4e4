package si.vpogled.collection;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What definitions' <code>${NAME}</code> and secrets are filled from.
 *
 * @param variables by name, as in the environment of a process
 */
public record ConnectorEnvironment(Map<String, String> variables) {
    public ConnectorEnvironment {
        variables = Map.copyOf(variables);
    }

    /** This process's own environment. */
    static final class OfThisProcess {
        @Produces
        @Singleton
        @DefaultBean
        ConnectorEnvironment environment() {
            return new ConnectorEnvironment(System.getenv());
        }
    }
}
