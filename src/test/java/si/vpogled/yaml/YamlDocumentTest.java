package si.vpogled.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
    private static final int LIMIT = 100_000;

    @Test
    void scalarsMeanWhatTheYaml12CoreSchemaSays() {
        YamlDocument document = read("""
                country: no
                day: 2026-01-31
                count: 12
                share: 0.50
                on: true
                quoted: "12"
                nothing:
                block: |
                  two
                  lines
                """);

        assertThat(document.tree()).hasToString("""
                {"country":"no","day":"2026-01-31","count":12,"share":0.50,"on":true,"quoted":"12",\
                "nothing":null,"block":"two\\nlines\\n"}""");
    }

    @Test
    void aProblemNamesTheLineAndColumnOfItsValueOrKey() {
        YamlDocument document = read("""
                beds:
                  - plant: beans
                    rows: 3
                  - {plant: leeks, rows: 4}
                a/b~c: 1
                """);

        assertThat(document.problem("/beds/0/rows", "few")).hasToString("garden.yaml:3:11: few");
        assertThat(document.keyProblem("/beds/0/rows", "why")).hasToString("garden.yaml:3:5: why");
        assertThat(document.problem("/beds/1", "bed")).hasToString("garden.yaml:4:5: bed");
        assertThat(document.problem("/beds/1/rows/7/x", "nearest")).hasToString("garden.yaml:4:26: nearest");
        assertThat(document.problem("/a~1b~0c", "escaped")).hasToString("garden.yaml:5:8: escaped");
    }

    @Test
    void aliasesAndAnchorsAreRefusedBeforeTheyExpand() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .hasSize(60 + 59 * 4)
                .startsWith(
                        "garden.yaml:1:5: the anchor &a0 is not allowed",
                        "garden.yaml:2:5: the anchor &a1 is not allowed",
                        "garden.yaml:2:10: the alias *a0 is not allowed: write the value out");
    }

    @Test
    void tagsAreRefused() {
        assertThat(problems("run: !!javax.script.ScriptEngineManager [x]\nb: !mine 3\n"))
                .containsExactly(
                        "garden.yaml:1:6: the tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not allowed",
                        "garden.yaml:2:4: the tag !mine is not allowed");
    }

    @Test
    void everyRepeatedKeyIsReportedWithTheLineOfTheFirst() {
        assertThat(problems("a: 1\nb: {c: 1, c: 2}\na: 3\n"))
                .containsExactly(
                        "garden.yaml:2:11: the key c stands already on line 2",
                        "garden.yaml:3:1: the key a stands already on line 1");
    }

    @Test
    void aLargeFileIsRefusedUnread() {
        String large = "a: " + "x".repeat(LIMIT);
        assertThat(problems(large)).containsExactly("garden.yaml: is larger than 100000 bytes");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problems("[".repeat(50_000))).containsExactly("garden.yaml:1:34: nested deeper than 32 levels");
    }

    @Test
    void brokenYamlNamesTheLine() {
        assertThat(problems("a: 1\nb: [1, 2\nc: 3\n"))
                .singleElement()
                .asString()
                .startsWith("garden.yaml:3:2: while parsing a flow sequence, expected ',' or ']'");
        assertThat(problems("a: 1\n\tb: 2\n")).singleElement().asString().startsWith("garden.yaml:2:1: ");
    }

    @Test
    void aFileHoldsOneDocument() {
        assertThat(problems("")).containsExactly("garden.yaml: is empty");
        assertThat(problems("# nothing\n")).containsExactly("garden.yaml: is empty");
        assertThat(problems("a: 1\n---\na: 2\n"))
                .containsExactly("garden.yaml:2:1: a second document starts here; a file holds one");
    }

    @Test
    void bytesThatAreNoTextNameTheLine() {
        byte[] latin = "a: 1\nb: \u010d\n".getBytes(StandardCharsets.UTF_8);
        latin[9] = 'x';
        assertThat(problems(latin)).containsExactly("garden.yaml:2:4: is not UTF-8 from here on");
        assertThat(problems("a: 1\nb: \u0007\n")).containsExactly("garden.yaml:2:4: a control character stands here");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(read("\uFEFFa: 1\n").tree()).hasToString("{\"a\":1}");
    }

    @Test
    void aKeyMustBeText() {
        assertThat(problems("[a, b]: 1\n")).containsExactly("garden.yaml:1:1: a key must be plain text");
    }

    @Test
    void aMissingFileIsAProblemOfThatFile() {
        InvalidFileException thrown = catchThrowableOfType(
                InvalidFileException.class, () -> YamlDocument.read(Path.of("no-such-file.yaml"), LIMIT));
        assertThat(thrown).hasMessage("no-such-file.yaml: does not exist");
    }

    @Test
    void theSchemaFindsEveryProblemAtItsLine() {
        YamlSchema schema = YamlSchema.of("/yaml/garden.schema.json");
        YamlDocument document = read("""
                version: 2
                beds:
                  - plant: roses
                    rows: 0
                  - plant: leeks
                    wattered: yes
                owner: me
                """);

        assertThat(schema.problems(document))
                .extracting(Problem::toString)
                .containsExactly(
                        "garden.yaml:1:10: version: must be the constant value '1'",
                        "garden.yaml:3:12: plant: does not have a value in the enumeration [\"beans\", \"leeks\"]",
                        "garden.yaml:4:11: rows: must have a minimum value of 1",
                        "garden.yaml:5:5: required property 'rows' not found",
                        "garden.yaml:6:5: no wattered belongs here",
                        "garden.yaml:7:1: no owner belongs here");
        assertThat(schema.problems(read("version: 1\nbeds: []\n"))).isEmpty();
    }

    @Test
    void aPartOfADocumentIsCheckedWithTheLinesOfTheWhole() {
        YamlSchema schema = YamlSchema.of("/yaml/garden.schema.json");
        YamlDocument document = read("gardens:\n  - version: 1\n    beds: {}\n");

        assertThat(schema.problems(document, "/gardens/0"))
                .extracting(Problem::toString)
                .containsExactly("garden.yaml:3:11: beds: object found, array expected");
    }

    private static YamlDocument read(String yaml) {
        return YamlDocument.read("garden.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), LIMIT);
    }

    private static List<String> problems(String yaml) {
        return problems(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] yaml) {
        InvalidFileException thrown = catchThrowableOfType(
                InvalidFileException.class,
                () -> YamlDocument.read("garden.yaml", new ByteArrayInputStream(yaml), LIMIT));
        return thrown.problems().stream().map(Problem::toString).toList();
    }
}
