package si.vpogled.collection;

import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where runs are carried out, by configuration. Of the launchers that it does not name nothing is started. */
final class ChosenLauncher {
    @Produces
    @Singleton
    Launcher launcher(
            @ConfigProperty(name = "vpogled.launcher", defaultValue = "local") String name,
            @Any Instance<Launcher> launchers,
            Tracer tracer,
            InstantSource clock) {
        Instance<Launcher> named = launchers.select(Identifier.Literal.of(name));
        if (!named.isResolvable()) {
            throw new IllegalStateException("vpogled.launcher (VPOGLED_LAUNCHER) is local or kubernetes, not " + name);
        }
        return new TracedLauncher(named.get(), tracer, clock);
    }
}
