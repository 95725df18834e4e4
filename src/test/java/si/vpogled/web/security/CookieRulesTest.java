package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookies are bound to host and TLS wherever the portal is reached by https. */
class CookieRulesTest {
    @Test
    void by_https_a_cookie_is_bound_to_this_host_and_to_tls() {
        NewCookie cookie = new CookieRules("https://portal.example")
                .builder("name", NewCookie.SameSite.STRICT)
                .value("x")
                .build();

        assertThat(cookie.getName()).isEqualTo("__Host-name");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
    }

    @Test
    void by_http_on_ones_own_machine_a_browser_keeps_it_too() {
        NewCookie cookie = new CookieRules("http://127.0.0.1:8080")
                .builder("name", NewCookie.SameSite.LAX)
                .value("x")
                .build();

        assertThat(cookie.getName()).isEqualTo("name");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"https://portal.example, true", "http://127.0.0.1:8080, false"})
    void a_cookie_whose_name_does_not_change_keeps_to_tls_too(String baseUrl, boolean secure) {
        NewCookie cookie = new CookieRules(baseUrl)
                .unbound("name", NewCookie.SameSite.LAX)
                .value("x")
                .build();

        assertThat(cookie.getName()).isEqualTo("name");
        assertThat(cookie.isSecure()).isEqualTo(secure);
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    }

    @ParameterizedTest
    @CsvSource({"https://portal.example, true", "http://127.0.0.1:8080, false"})
    void the_frameworks_cookies_and_the_way_back_from_the_identity_provider_follow(String baseUrl, boolean secure) {
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new io.smallrye.config.PropertiesConfigSource(Map.of("vpogled.base-url", baseUrl), "test", 500))
                .withSources(new CookieSource())
                .build();

        assertThat(List.of(
                        "quarkus.rest-csrf.cookie-force-secure",
                        "quarkus.oidc.authentication.cookie-force-secure",
                        "quarkus.oidc.authentication.force-redirect-https-scheme"))
                .allSatisfy(name -> assertThat(
                                config.getOptionalValue(name, Boolean.class).orElse(false))
                        .isEqualTo(secure));
    }
}
