package si.vpogled.bundle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.request.Right;
import si.vpogled.text.Language;

class MessagesTest {
    private static final Set<String> KEYS = new Messages(Language.SL).all().keySet();
    /** {@link si.vpogled.bundle.completeness.Verdict#kind()} of each. */
    private static final Set<String> VERDICTS = Set.of(
            "delivered", "none-held", "withheld", "kept-by-law", "refer-to-controller", "outside-right", "unreachable");

    private static final Path TEMPLATES = Path.of("src/main/resources/bundle/templates");
    private static final Path CODE = Path.of("src/main/java/si/vpogled/bundle");

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> shown = found("\\bt\\.(\\w+)", read(TEMPLATES));
        String code = read(CODE);
        Set<String> putTogether = Stream.concat(
                        Arrays.stream(Right.values()).map(right -> "right." + right.key()),
                        VERDICTS.stream().map(kind -> "verdict." + kind))
                .collect(Collectors.toSet());

        assertThat(KEYS).containsAll(putTogether);
        assertThat(KEYS)
                .filteredOn(key -> !putTogether.contains(key))
                .allSatisfy(key -> assertThat(shown.contains(key) || code.contains('"' + key + '"'))
                        .as(key)
                        .isTrue());
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        assertThat(found("\\bt\\.(\\w+)", read(TEMPLATES))).isNotEmpty().isSubsetOf(KEYS);
        assertThat(found("\\bwords(?:\\(\\))?\\s*\\.(?:text|counted)\\(\\s*\"(\\w+)\"\\s*[,)]", read(CODE)))
                .isNotEmpty()
                .isSubsetOf(KEYS);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 zapisov,0 records",
        "1,1 zapis,1 record",
        "2,2 zapisa,2 records",
        "3,3 zapisi,3 records",
        "5,5 zapisov,5 records",
        "101,101 zapis,101 records",
        "100002,100.002 zapisa,'100,002 records'"
    })
    void countsTakeTheirForm(long count, String slovenian, String english) {
        assertThat(new Messages(Language.SL).counted("records", count)).isEqualTo(slovenian);
        assertThat(new Messages(Language.EN).counted("records", count)).isEqualTo(english);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
