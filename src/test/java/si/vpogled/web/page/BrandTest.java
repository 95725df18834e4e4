package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.text.Language;

/** The provider's name, colours and logo, and settings that stop the start. */
class BrandTest {
    private static final Colour NIGHT = Colour.of("#13171f");

    @TempDir
    Path folder;

    @Test
    void without_settings_the_pages_are_as_they_come_along() {
        Brand brand = brand(Map.of());

        assertThat(brand.provider().name()).isEqualTo("Gostovanje Lipa d.o.o.");
        assertThat(brand.palette().light()).hasToString("#0172ad");
        assertThat(brand.logo()).isEmpty();
        assertThat(brand.phone()).isEmpty();
    }

    @Test
    void contacts_are_taken_from_the_settings() {
        Brand brand = brand(Map.of(
                "contact",
                "Podpora strankam",
                "phone",
                "+386 2 123 45 67",
                "website",
                "https://www.example.com/pomoc"));

        assertThat(brand.contact(Language.SL)).contains(new Brand.Contact("Podpora strankam", Language.SL));
        // until the provider says it in English
        assertThat(brand.contact(Language.EN)).contains(new Brand.Contact("Podpora strankam", Language.SL));
        assertThat(brand.phoneLink()).contains("tel:+38621234567");
        assertThat(brand.website()).contains(URI.create("https://www.example.com/pomoc"));
    }

    @Test
    void who_helps_is_said_to_english_readers_in_english() {
        Brand brand = brand(Map.of("contact", "Podpora strankam", "contact-en", "Customer support"));

        assertThat(brand.contact(Language.SL)).contains(new Brand.Contact("Podpora strankam", Language.SL));
        assertThat(brand.contact(Language.EN)).contains(new Brand.Contact("Customer support", Language.EN));
        assertThatThrownBy(() -> brand(Map.of("contact-en", "Customer support")))
                .hasMessageContaining("vpogled.provider.contact-en is 'Customer support'")
                .hasMessageContaining("set the Slovenian one too");
    }

    @Test
    void colours_become_a_style_sheet_for_light_and_dark_pages() {
        String css = brand(Map.of("accent", "#7A1F5C", "accent-dark", "#ff9ad5"))
                .palette()
                .css();

        assertThat(css)
                .contains("--pico-primary:#7a1f5c;--pico-primary-background:#7a1f5c")
                .contains("prefers-color-scheme: dark")
                .contains("--pico-primary:#ff9ad5;--pico-primary-background:#7a1f5c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0172ad", "#000000", "#7a1f5c", "#2f6b2f", "#00008b", "#b00000"})
    void without_a_colour_for_dark_pages_the_other_is_made_lighter_until_it_can_be_read(String accent) {
        Palette palette = brand(Map.of("accent", accent)).palette();

        assertThat(palette.dark().contrast(NIGHT)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"#ffffff, #000000, 21", "#767676, #ffffff, 4.54", "#ff0000, #ffffff, 4.0", "#123456, #123456, 1"})
    void contrast_is_counted_as_wcag_says(String one, String two, double ratio) {
        assertThat(Colour.of(one).contrast(Colour.of(two))).isCloseTo(ratio, org.assertj.core.data.Offset.offset(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"green", "#12345", "#12345g", "#1234567", "rgb(1,2,3)", "#fff;} body{display:none", ""})
    void what_is_no_colour_stops_the_start(String accent) {
        assertThatThrownBy(() -> Palette.of(accent, java.util.Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VPOGLED_PROVIDER_ACCENT")
                .hasMessageContaining("'" + accent + "', which is not a colour")
                .hasMessageContaining("#0172ad");
    }

    @Test
    void a_colour_that_cannot_be_read_stops_the_start_with_its_contrast() {
        assertThatThrownBy(() -> brand(Map.of("accent", "#ffcc00")))
                .hasMessageContaining("VPOGLED_PROVIDER_ACCENT)")
                .hasMessageContaining("contrast of 1.51:1 with white")
                .hasMessageContaining("4.5:1")
                .hasMessageContaining("darker");
        assertThatThrownBy(() -> brand(Map.of("accent-dark", "#0172ad")))
                .hasMessageContaining("VPOGLED_PROVIDER_ACCENT_DARK")
                .hasMessageContaining("#13171f")
                .hasMessageContaining("lighter");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, call us",
        "phone, +386 1 <b>",
        "website, www.example.com",
        "website, javascript:alert(1)",
        "website, mailto:a@example.com"
    })
    void a_contact_that_cannot_be_used_stops_the_start(String setting, String value) {
        assertThatThrownBy(() -> brand(Map.of(setting, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vpogled.provider." + setting + " is '" + value + "'");
    }

    @Test
    void a_logo_is_an_svg_or_png_file_with_the_providers_name_for_its_text() throws IOException {
        Path svg = Files.writeString(folder.resolve("znak.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Path png = Files.write(folder.resolve("znak"), HexFormat.of().parseHex("89504e470d0a1a0a00"));

        assertThat(brand(Map.of("logo", svg.toString())).logo()).hasValueSatisfying(logo -> {
            assertThat(logo.name()).isEqualTo("logo.svg");
            assertThat(logo.text()).isEqualTo("Gostovanje Lipa d.o.o.");
        });
        assertThat(brand(Map.of("logo", png.toString(), "logo-text", "Lipa")).logo())
                .hasValueSatisfying(logo -> {
                    assertThat(logo.type()).isEqualTo("image/png");
                    assertThat(logo.text()).isEqualTo("Lipa");
                });
    }

    @Test
    void a_logo_that_is_none_too_large_or_not_there_stops_the_start() throws IOException {
        Path text = Files.writeString(folder.resolve("znak.txt"), "GIF89a");
        Path large = Files.writeString(folder.resolve("velik.svg"), "<svg>" + " ".repeat(101 * 1024) + "</svg>");

        assertThatThrownBy(() -> brand(Map.of("logo", text.toString())))
                .hasMessageContaining("neither an SVG nor a PNG");
        assertThatThrownBy(() -> brand(Map.of("logo", large.toString()))).hasMessageContaining("larger than 100 KiB");
        assertThatThrownBy(() -> brand(Map.of("logo", folder.resolve("nic.svg").toString())))
                .hasMessageContaining("VPOGLED_PROVIDER_LOGO")
                .hasMessageContaining("nic.svg cannot be read");
    }

    private static Brand brand(Map<String, String> settings) {
        Map<String, String> named = new java.util.HashMap<>();
        settings.forEach((name, value) -> named.put("vpogled.provider." + name, value));
        BrandConfig config = new SmallRyeConfigBuilder()
                .withMapping(BrandConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(BrandConfig.class);
        return new Brand(InventoryLoader.readDefault().inventory(), config);
    }
}
