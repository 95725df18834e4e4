package si.vpogled.web.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Where the portal is reached by https, the framework's cookies and its way back keep to TLS too, whatever a proxy says. */
public class CookieSource implements ConfigSourceFactory {
    private static final Map<String, String> BY_TLS = Map.of(
            "quarkus.rest-csrf.cookie-force-secure", "true",
            "quarkus.oidc.authentication.cookie-force-secure", "true",
            "quarkus.oidc.authentication.force-redirect-https-scheme", "true");
    /** Below everything that an operator can set. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return Optional.ofNullable(context.getValue("vpogled.base-url"))
                .map(ConfigValue::getValue)
                .filter(url -> url.startsWith("https:"))
                .<ConfigSource>map(_ -> new PropertiesConfigSource(BY_TLS, "cookies by TLS", ORDINAL))
                .map(List::of)
                .orElse(List.of());
    }
}
