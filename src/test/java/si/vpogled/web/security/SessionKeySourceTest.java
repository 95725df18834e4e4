package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever begins to sign in at the identity provider may come back to another replica. */
class SessionKeySourceTest {
    private static final String STATE = "quarkus.oidc.authentication.state-secret";
    private static final String ONE = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String ANOTHER = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

    @Test
    void replicas_of_one_master_key_read_what_another_of_them_put_into_the_cookie_between() {
        assertThat(replica(Map.of("vpogled.master-key", ONE)))
                .isEqualTo(replica(Map.of("vpogled.master-key", ONE)))
                .isNotEqualTo(replica(Map.of("vpogled.master-key", ANOTHER)))
                .hasSizeGreaterThanOrEqualTo(32)
                .doesNotContain(ONE);
    }

    @Test
    void an_operator_may_set_it() {
        assertThat(replica(Map.of("vpogled.master-key", ONE, STATE, "own"))).isEqualTo("own");
    }

    private static String replica(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .withSources(new SessionKeySource())
                .build();
        return config.getConfigValue(STATE).getValue();
    }
}
