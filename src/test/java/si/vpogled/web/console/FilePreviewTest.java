package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePreviewTest {
    @ParameterizedTest
    @ValueSource(strings = {"Pozdrav\r\nčšž 🙂", "<script>alert(1)</script>", "<svg onload='x'/>", "a;b\t\f\n"})
    void text_of_any_kind_is_shown_as_text_and_never_as_a_picture(String text) {
        assertThat(FilePreview.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new FilePreview(text, ""));
    }

    @Test
    void a_character_that_is_cut_off_at_the_end_is_left_out() {
        byte[] cut = Arrays.copyOf("aš".getBytes(StandardCharsets.UTF_8), 2);

        assertThat(FilePreview.of(cut).text()).isEqualTo("a");
    }

    @Test
    void what_is_neither_text_nor_a_known_picture_is_not_shown() {
        assertThat(FilePreview.of(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(new FilePreview("", ""));
        assertThat(FilePreview.of(new byte[] {'a', (byte) 0xFF, 'b'})).isEqualTo(new FilePreview("", ""));
    }

    @Test
    void pictures_are_known_by_their_first_bytes_whatever_their_name() {
        assertThat(FilePreview.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})
                        .picture())
                .isEqualTo("image/png");
        assertThat(FilePreview.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1})
                        .picture())
                .isEqualTo("image/jpeg");
    }
}
