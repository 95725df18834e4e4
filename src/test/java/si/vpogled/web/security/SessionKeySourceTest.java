package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever begins to sign in at the identity provider may come back to another replica. */
class SessionKeySourceTest {
    private static final String ONE = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String ANOTHER = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

    @ParameterizedTest
    @ValueSource(
            strings = {"quarkus.oidc.authentication.state-secret", "quarkus.oidc.token-state-manager.encryption-secret"
            })
    void replicas_of_one_master_key_read_what_another_of_them_wrote(String key) {
        assertThat(replica(key, Map.of("vpogled.master-key", ONE)))
                .isEqualTo(replica(key, Map.of("vpogled.master-key", ONE)))
                .isNotEqualTo(replica(key, Map.of("vpogled.master-key", ANOTHER)))
                .hasSizeGreaterThanOrEqualTo(32)
                .doesNotContain(ONE);
        assertThat(replica(key, Map.of("vpogled.master-key", ONE, key, "own")))
                .as("an operator may set it")
                .isEqualTo("own");
    }

    @Test
    void what_is_for_one_use_is_for_no_other() {
        Map<String, String> settings = Map.of("vpogled.master-key", ONE);
        assertThat(replica("quarkus.oidc.authentication.state-secret", settings))
                .isNotEqualTo(replica("quarkus.oidc.token-state-manager.encryption-secret", settings));
    }

    private static String replica(String key, Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .withSources(new SessionKeySource())
                .build();
        return config.getConfigValue(key).getValue();
    }
}
