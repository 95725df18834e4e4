package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {
    @Property(tries = 2000)
    void anyNameBecomesSafeAndStaysSo(@ForAll("names") String name) {
        String safe = SafeName.of(name);

        assertThat(SafeName.isSafe(safe)).as("%s", safe).isTrue();
        assertThat(safe).doesNotStartWith("/").doesNotContain("\\").doesNotContain("\0");
        assertThat(List.of(safe.split("/", -1))).doesNotContain("", ".", "..");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1000);
        assertThat(Normalizer.isNormalized(safe, Normalizer.Form.NFC)).isTrue();
        assertThat(safe.codePoints()).noneMatch(Character::isISOControl);
    }

    @Property(tries = 200)
    void manyNamesStayApartWithoutRegardToCase(@ForAll("manyNames") List<String> names) {
        UniqueNames unique = new UniqueNames();
        Set<String> seen = new HashSet<>();
        Set<String> folders = new HashSet<>();

        for (String name : names) {
            String added = unique.add(SafeName.of(name)).toLowerCase(Locale.ROOT);
            assertThat(seen.add(added)).as("%s twice", added).isTrue();
            for (int slash = added.indexOf('/'); slash >= 0; slash = added.indexOf('/', slash + 1)) {
                folders.add(added.substring(0, slash));
            }
        }

        assertThat(seen).noneMatch(folders::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "public_html/index.php, public_html/index.php",
        "Račun št. 7.pdf, Račun št. 7.pdf",
        ".htaccess, .htaccess",
        "../../etc/passwd, _/_/etc/passwd",
        "/etc/passwd, etc/passwd",
        "C:\\Windows\\x, C__Windows_x",
        "con, _con",
        "a/NUL.txt, a/_NUL.txt",
        "con.d/x, _con.d/x",
        "COM¹, _COM¹",
        "konec., konec_",
        "a:b, a_b",
        "a//b/./c, a/b/c",
    })
    void namesBecome(String name, String safe) {
        assertThat(SafeName.of(name)).isEqualTo(safe);
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(SafeName.of("c\u030C.txt")).isEqualTo("č.txt");
    }

    @Test
    void writingDirectionCannotBeTurned() {
        assertThat(SafeName.of("slika\u202Egpj.exe")).isEqualTo("slikagpj.exe");
    }

    @Test
    void anEmptyNameIsAName() {
        assertThat(SafeName.of("")).isEqualTo("_");
        assertThat(SafeName.of("///")).isEqualTo("_");
    }

    @Test
    void aLongNameIsCutKeepsItsExtensionAndStaysApart() {
        String first = SafeName.of("č".repeat(200) + "1.jpeg");
        String second = SafeName.of("č".repeat(200) + "2.jpeg");

        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(first).endsWith(".jpeg").isNotEqualTo(second);
    }

    @Test
    void aDeepPathKeepsItsFirstFoldersAndItsName() {
        assertThat(SafeName.of("mapa/".repeat(400) + "zadnja.txt"))
                .startsWith("mapa/mapa/")
                .endsWith("/zadnja.txt")
                .hasSizeLessThan(1000);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> nasty = Arbitraries.of(
                "..",
                ".",
                "/",
                "\\",
                "CON",
                "nul",
                ".txt",
                " ",
                "\u202E",
                "\u200D",
                "\uD800",
                "\uFFFF",
                "c\u030C",
                "\0",
                "\n",
                "\u212B",
                "\u1E9B\u0323",
                "COM1",
                "lpt\u00B9",
                ":",
                "x".repeat(300),
                "ž".repeat(130));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), nasty)
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> manyNames() {
        return Arbitraries.of("a", "A", "a (2)", "a.txt", "A.TXT", "č", "Č", "b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("/", parts))
                .list()
                .ofMaxSize(40);
    }
}
