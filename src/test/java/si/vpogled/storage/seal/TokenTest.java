package si.vpogled.storage.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void has_as_many_random_bits_as_asked_for_and_is_fit_for_addresses() {
        assertThat(Token.random(256)).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(Token.random(128))).hasSize(16);
    }

    @Test
    void no_two_are_the_same() {
        assertThat(Stream.generate(() -> Token.random(128)).limit(1000).collect(Collectors.toSet()))
                .hasSize(1000);
    }
}
