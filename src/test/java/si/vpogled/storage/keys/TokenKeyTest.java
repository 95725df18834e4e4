package si.vpogled.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenKeyTest {
    private static final byte[] PLAIN = "ana@primer.si".getBytes(StandardCharsets.UTF_8);
    private static final TokenKey KEY = TokenKey.of("token", "test");

    @Test
    void whoever_has_the_token_reads_what_was_encrypted_with_it() {
        byte[] sealed = KEY.encrypt(PLAIN, "row 1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ana");
        assertThat(TokenKey.of("token", "test").decrypt(sealed, "row 1")).isEqualTo(PLAIN);
    }

    @Test
    void another_token_use_or_place_reads_nothing_and_neither_does_what_was_changed() {
        byte[] sealed = KEY.encrypt(PLAIN, "row 1");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertRefused(TokenKey.of("tokem", "test"), sealed, "row 1");
        assertRefused(TokenKey.of("token", "other"), sealed, "row 1");
        assertRefused(KEY, sealed, "row 2");
        assertRefused(KEY, changed, "row 1");
    }

    private static void assertRefused(TokenKey key, byte[] sealed, String belongsTo) {
        assertThatThrownBy(() -> key.decrypt(sealed, belongsTo)).isInstanceOf(IllegalStateException.class);
    }
}
