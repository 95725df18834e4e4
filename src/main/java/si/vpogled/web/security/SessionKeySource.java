package si.vpogled.web.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the key of the console's cookie from the operator's one secret, so that every replica reads what another
 * wrote, and there is nothing more to configure.
 */
public class SessionKeySource implements ConfigSourceFactory {
    /** Of the cookie between the way to the identity provider and the way back. */
    private static final String STATE_KEY = "quarkus.oidc.authentication.state-secret";

    /** Below everything that an operator can set. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return Optional.ofNullable(context.getValue("vpogled.master-key"))
                .map(ConfigValue::getValue)
                .filter(secret -> !secret.isBlank())
                .<ConfigSource>map(secret -> new PropertiesConfigSource(keys(secret.strip()), "session keys", ORDINAL))
                .map(List::of)
                .orElse(List.of());
    }

    private static Map<String, String> keys(String secret) {
        return Map.of(STATE_KEY, derived(secret, "console sign-in"));
    }

    private static String derived(String secret, String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(("vpogled " + use).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
