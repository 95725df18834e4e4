package si.vpogled.storage.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** FIPS 180-4's own example. */
    @Test
    void is_the_standards_and_the_same_of_text_and_bytes() {
        String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(Sha256.hex("abc")).isEqualTo(expected);
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(Sha256.of("abc"))).isEqualTo(expected);
    }

    @Test
    void texts_are_taken_in_utf_8() {
        assertThat(Sha256.hex("č")).isEqualTo(Sha256.hex(new byte[] {(byte) 0xC4, (byte) 0x8D}));
    }
}
