package si.vpogled.web.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AuthorizationCodeTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.web.security.SessionEnd;

/** When a session at an identity provider ends, as far as its tokens tell, so that nobody's ends without a warning. */
class TokenTimesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration EXTENSION = Duration.ofMinutes(30);
    private static final String OPAQUE = "8xLOxBtZp8";

    private static String token(Instant expires) {
        String claims = "{\"exp\":" + expires.getEpochSecond() + "}";
        return encoded("{\"alg\":\"HS512\"}") + "." + encoded(claims) + "." + encoded("signature");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static TokenTimes times(int idToken, String refreshToken) {
        return TokenTimes.of(new AuthorizationCodeTokens(token(in(idToken)), "access", refreshToken), EXTENSION);
    }

    @ParameterizedTest
    @CsvSource({
        // ID token, refresh token, session at most, minutes until it ends, whether using it now makes it longer
        "  5, 30, 700, 30, false",
        " -1, 24, 700, 24, true",
        " -1, 90, 700, 29, true",
        " -1, 24,  20, 20, false",
        " 60, 30, 700, 60, false",
    })
    void a_session_ends_with_the_first_of_what_it_needs(
            int idToken, int refreshToken, int most, int minutes, boolean extendable) {
        assertThat(times(idToken, token(in(refreshToken))).end(in(most), NOW))
                .contains(new SessionEnd(minutes * 60L, extendable));
    }

    @Test
    void a_refresh_token_that_says_nothing_is_good_while_the_browser_keeps_the_session() {
        assertThat(times(-1, OPAQUE).end(in(700), NOW)).contains(new SessionEnd(29 * 60, true));
    }

    @Test
    void without_a_refresh_token_it_ends_with_the_tokens_and_cannot_be_extended() {
        assertThat(times(4, null).end(in(700), NOW)).contains(new SessionEnd(4 * 60, false));
    }

    @Test
    void what_is_over_has_no_end_to_warn_of() {
        assertThat(times(-40, OPAQUE).end(in(700), NOW)).isEmpty();
        assertThat(times(5, OPAQUE).end(in(-1), NOW)).isEmpty();
    }
}
