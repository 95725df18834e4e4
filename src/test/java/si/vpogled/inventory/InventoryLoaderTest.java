package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.law.RetentionRule;
import si.vpogled.text.Text;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;

class InventoryLoaderTest {
    private static final String SMALL = small();

    @Test
    void anOperatorsFileReplacesTheInventory(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), SMALL);

        Inventory inventory = InventoryLoader.load(file);

        assertThat(inventory.version()).isEqualTo("7");
        assertThat(inventory.provider().jurisdiction()).isEqualTo(new Text("Slovenija", "Slovenia"));
        assertThat(inventory.items())
                .extracting(item -> item.id().toString())
                .containsExactly("plants.orders.address", "plants.orders.gate-code");
    }

    @Test
    void anItemTakesFromItsTemplateWhatItDoesNotGiveItself() {
        Item code = load(SMALL).item(ItemId.parse("plants.orders.gate-code")).orElseThrow();

        assertThat(code.label().en()).isEqualTo("Gate code");
        assertThat(code.explanation().en()).isEqualTo("Where to deliver.");
        assertThat(code.secret()).isTrue();
        assertThat(code.content()).isFalse();
        assertThat(code.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.name()).isEqualTo("Prevozi d.o.o.");
            assertThat(recipient.address()).isEmpty();
        });
        assertThat(code.retention().text()).isEqualTo(RetentionRule.CONTRACT.text());
    }

    /** What is changed in the small inventory, into what, and the one problem that follows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: "7"                | version: 7                     | 1:10: version: integer found, string expected
            email: vrt@vrtnarija.example | e-mail: x                     | 3:3: provider: required property 'email' not found
            country: SI                 | country: Slovenija             | 11:14: country: does not match the regex pattern ^[A-Z]{2}$
            country: SI                 | country: US                    | 9:3: a recipient has a safeguard exactly where its country is outside
            row: advice                 | row: advise                    | 52:10: no row is called advise
            service: plants             | service: plant                 | 40:14: no service is called plant
            row: advice                 | row: orders                    | 51:5: the cell plants.orders stands already on line 40
            [carrier]                   | [carier]                       | 34:18: no recipient is called carier
            [carrier]                   | carrier                        | 34:17: recipients: string found, array expected
            {rule: contract}            | {rule: forever}                | 33:23: no retention rule is called forever; there are zddv-1-86, contract, rotation, log, consent
            {rule: contract}            | {rule: rotation}               | 44:9: retention has days exactly where its rule is rotation
            like: address}              | like: adress}                  | 44:29: no template is called adress
            id: gate-code               | id: address                    | 45:13: the item address stands in this cell twice
            id: gate-code               | id: Gate Code                  | 45:13: id: does not match the regex pattern ^[a-z][a-z0-9]*(-[a-z0-9]+)*$
            label: {sl: Naslov, en: Address} | id: address                | 26:5: no id belongs here
            fideslang: user.contact.address | dvp: x                     | 28:5: no dvp belongs here
            fideslang: user.contact.address | origin: provided           | 30:5: the key origin stands already on line 28
            dpv: pd:PhysicalAddress     | dpv: PhysicalAddress           | 29:10: dpv: does not match the regex pattern
            article: b                  | article: g                     | 32:28: article: does not have a value in the enumeration ["a", "b", "c", "d", "e", "f"]
            access: held-only           | access: copy                   | 45:9: a secret is never handed out: its access must be held-only
            erasure: erase              | erasure: keep-by-law           | 44:9: keep-by-law needs the statute: legal-basis names none
            origin: provided            | origin: derived                | 44:9: derived data is outside portability (GDPR Art. 20(1))
            article: b                  | article: c                     | 44:9: what rests on GDPR Art. 6(1)(c) is outside portability: Art. 20(1)(a) covers consent and contract
            article: b                  | article: f                     | 44:9: what rests on GDPR Art. 6(1)(f) is outside portability: Art. 20(1)(a) covers consent and contract
            portability: included       | portability: outside-right     | 44:9: its portability must be included: the person provided it
            portability: outside-right  | portability: included          | 50:22: what is not handed out as a copy is outside portability too
            {sl: Koda vrat, en: Gate code} | {sl: Koda vrat}             | 47:16: label: required property 'en' not found
            items: []                   | items:                         | 54:11: items: null found, array expected
            items: []                   | items: *none                   | 54:12: the alias *none is not allowed: write the value out
            templates:                  | templates: &all                | 24:12: the anchor &all is not allowed
            """)
    void aWrongFileIsRefusedWithLineColumnAndReason(String right, String wrong, String problem) {
        assertThat(SMALL).contains(right);

        assertThat(problems(SMALL.replaceFirst(Pattern.quote(right), wrong.replace("$", "\\$"))))
                .anySatisfy(found -> assertThat(found).startsWith("small.yaml:" + problem));
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        String wrong = SMALL.replace("origin: provided", "origin: found")
                .replace("connector: shop\n    ", "")
                .replace("row: advice", "row: advise");

        assertThat(problems(wrong))
                .containsExactly(
                        "small.yaml:30:13: origin: does not have a value in the enumeration [\"provided\","
                                + " \"observed\", \"derived\"]",
                        "small.yaml:38:1: the cell plants.advice is missing",
                        "small.yaml:43:9: the item address has no connector, nor has its template address",
                        "small.yaml:44:9: the item gate-code has no connector, nor has its template address",
                        "small.yaml:51:10: no row is called advise");
    }

    @Test
    void aTemplateThatNoItemIsLikeIsAMistake() {
        assertThat(problems(SMALL.replace("templates:\n", "templates:\n  old: {connector: shop}\n")))
                .containsExactly("small.yaml:25:3: no item is like the template old");
    }

    @Test
    void aFileThatIsNoTableIsRefused() {
        assertThat(problems("just text\n")).containsExactly("small.yaml:1:1: string found, object expected");
        assertThat(problems("cells: 3\n")).contains("small.yaml:1:8: cells: integer found, array expected");
    }

    @Test
    void aBombOfAliasesIsRefusedWithoutExpandingIt() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 1000; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .hasSize(2998)
                .first()
                .isEqualTo("small.yaml:1:5: the anchor &a0 is not allowed");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefused() {
        assertThat(problems(SMALL + "#".repeat(1_000_000))).containsExactly("small.yaml: is larger than 1000000 bytes");
    }

    private static Inventory load(String yaml) {
        return InventoryLoader.load("small.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> problems(String yaml) {
        InvalidFileException thrown = catchThrowableOfType(InvalidFileException.class, () -> load(yaml));
        return thrown.problems().stream().map(Problem::toString).toList();
    }

    private static String small() {
        try (InputStream in = InventoryLoaderTest.class.getResourceAsStream("/inventory/small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
