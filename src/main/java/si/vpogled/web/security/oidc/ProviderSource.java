package si.vpogled.web.security.oidc;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import si.vpogled.web.security.StaffSignIn;

/** One setting chooses how staff sign in: what the framework needs to know for it follows. */
public class ProviderSource implements ConfigSourceFactory {
    private static final Map<String, String> BY_PROVIDER = Map.of(
            "quarkus.oidc.tenant-enabled", "true",
            "quarkus.http.auth.permission.console.auth-mechanism", "code");
    /** Above what the jar brings, below the environment. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return Optional.ofNullable(context.getValue("vpogled.staff-sign-in.method"))
                .map(ConfigValue::getValue)
                .filter(StaffSignIn.Method.OIDC.name()::equalsIgnoreCase)
                .<ConfigSource>map(_ -> new PropertiesConfigSource(BY_PROVIDER, "staff sign-in", ORDINAL))
                .map(List::of)
                .orElse(List.of());
    }
}
