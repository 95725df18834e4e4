package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.collection.RunState;
import si.vpogled.inventory.OutsidePortability;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.RetentionRule;
import si.vpogled.request.State;

/** Sentences stand in both languages under {@code /texts}, none of them for nothing, and none in code. */
class TextsInUseTest {
    private static final Path CODE = Path.of("src/main/java/si/vpogled");
    private static final Map<Path, String> SOURCES = sources();
    private static final Pattern CONSTANT =
            Pattern.compile("private static final Texts TEXTS = Texts\\.of\\(\"(\\w+)\"\\);");
    /** The key, or its beginning, and what stands behind it. */
    private static final Pattern ASKED = Pattern.compile("\\bTEXTS\\s*\\.text\\(\\s*(?:\"([^\"]*)\"\\s*([+,)]))?");

    private static final Pattern SLOVENIAN = Pattern.compile("\"[^\"\n]*[čšžČŠŽ»«][^\"\n]*\"");
    private static final Pattern SENTENCE = Pattern.compile("\\bText\\.same\\(\\s*\"[^\"]*[ \\p{Ll}][^\"]*\"");

    /** What follows where code puts a key together. */
    private static final Map<String, List<String>> PUT_TOGETHER = Map.of(
            "law refusal.",
            Arrays.stream(RefusalGround.values())
                    .flatMap(ground -> Stream.of(ground.key() + ".article", ground.key() + ".text"))
                    .toList(),
            "law rule.",
            Arrays.stream(RetentionRule.values()).map(RetentionRule::key).toList(),
            "law verdict.",
            List.of(
                    "erase.article",
                    "erase.text",
                    "anonymise.article",
                    "anonymise.text",
                    "restrict.by-law",
                    "restrict.for-claims",
                    "restrict.until-rotation",
                    "restrict.inseparable",
                    "restrict.until",
                    "restrict.undated",
                    "refer-to-controller.article",
                    "refer-to-controller.text",
                    "notify-third-party.article",
                    "notify-third-party.text",
                    "while-contract-runs.text",
                    "while-contract-runs.assumed",
                    "while-contract-runs.afterwards"),
            "law verdict-change.",
            List.of(
                    "restrict",
                    "undated",
                    "refer-to-controller",
                    "notify-third-party",
                    "while-contract-runs",
                    "claims-only",
                    "claims-need-a-day"),
            "law holiday.",
            holidays(),
            "words state.",
            State.KEYS,
            "words run.staff.",
            Arrays.stream(RunState.values()).map(RunState::key).toList(),
            "bundle reason.outside.",
            Arrays.stream(OutsidePortability.values())
                    .map(OutsidePortability::key)
                    .toList(),
            "bundle fault.",
            constants("si.vpogled.bundle.verify.Fault$Kind"));

    @ParameterizedTest
    @ValueSource(strings = {"law", "connector", "bundle", "words", "notice"})
    void every_text_is_asked_for_and_all_that_is_asked_for_is_there(String name) {
        Set<String> asked = new TreeSet<>();
        for (MatchResult call : calls(name)) {
            String key = call.group(1);
            if (call.group(2).equals("+")) {
                assertThat(PUT_TOGETHER).containsKey(name + " " + key);
                PUT_TOGETHER.get(name + " " + key).forEach(rest -> asked.add(key + rest));
            } else {
                asked.add(key);
            }
        }

        assertThat(new TreeSet<>(Texts.of(name).keys())).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "connector", "bundle", "words", "notice"})
    void values_are_given_where_a_text_has_them(String name) {
        for (MatchResult call : calls(name)) {
            if (!call.group(2).equals("+")) {
                assertThat(Texts.of(name).text(call.group(1)).sl().contains("{0}"))
                        .as(call.group(1))
                        .isEqualTo(call.group(2).equals(","));
            }
        }
    }

    @Test
    void all_texts_are_of_one_of_these_names() {
        Set<String> named = new TreeSet<>();
        for (String code : SOURCES.values()) {
            Matcher constant = CONSTANT.matcher(code);
            if (constant.find()) {
                named.add(constant.group(1));
            }
            assertThat(code.split("Texts\\.of\\(", -1))
                    .as("TEXTS is the only way to texts, and there is one of it at most")
                    .hasSizeLessThanOrEqualTo(CONSTANT.matcher(code).find(0) ? 2 : 1);
        }

        // what the report asks for, and which faults are told, their own tests know
        assertThat(named)
                .containsExactlyInAnyOrder("law", "connector", "bundle", "words", "notice", "report", "faults");
    }

    @Test
    void no_sentence_for_people_stands_in_code() {
        SOURCES.forEach((file, code) -> assertThat(Stream.of(SLOVENIAN, SENTENCE)
                        .flatMap(pattern -> pattern.matcher(code.replaceAll("examples = \"[^\"]*\"", ""))
                                .results())
                        .map(MatchResult::group))
                .as(file.toString())
                .isEmpty());
    }

    /** In the classes that ask for texts of a name. */
    private static List<MatchResult> calls(String name) {
        List<MatchResult> calls = SOURCES.values().stream()
                .filter(code -> CONSTANT.matcher(code)
                        .results()
                        .anyMatch(of -> of.group(1).equals(name)))
                .flatMap(code -> ASKED.matcher(code).results())
                .toList();
        assertThat(calls)
                .as("each names its text, or the beginning of its key")
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.group(1)).isNotNull());
        return calls;
    }

    private static Map<Path, String> sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(Function.identity(), TextsInUseTest::read));
        } catch (IOException e) {
            throw new AssertionError("No " + CODE, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("No " + file, e);
        }
    }

    /** All that the calendar has had and will have. */
    private static List<String> holidays() {
        HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create("si"));
        return IntStream.rangeClosed(2018, 2030)
                .mapToObj(Year::of)
                .flatMap(year -> calendar.getHolidays(year).stream())
                .map(Holiday::getPropertiesKey)
                .map(TextsInUseTest::lastPart)
                .distinct()
                .toList();
    }

    private static String lastPart(String key) {
        return asKey(key.substring(key.lastIndexOf('.') + 1));
    }

    private static String asKey(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of an enumeration that only its package sees. */
    private static List<String> constants(String type) {
        try {
            return Arrays.stream(Class.forName(type).getEnumConstants())
                    .map(constant -> asKey(constant.toString()))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
