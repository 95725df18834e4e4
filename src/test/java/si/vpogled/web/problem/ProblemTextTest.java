package si.vpogled.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.request.CaseException;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.text.Language;
import si.vpogled.web.words.StateWords;

class ProblemTextTest {
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "(?i)\\bHTTP|JSON|\\bAPI\\b|/api/|vmesnik|\\bglav[aeio]\\b|header|metod|method|media type|Accept\\b"
                    + "|Content-Type|Retry-After|Range\\b|Idempotency|Authorization|Bearer|\\bbody\\b|violations|RFC"
                    + "|UTF-8|žeton|token|zahtevk");

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void every_problem_has_title_and_detail_in_both_languages(ProblemKind kind) {
        for (Language language : Language.values()) {
            assertThat(ProblemText.title(kind, language)).isNotBlank().doesNotEndWith(".");
            assertThat(ProblemText.detail(kind, language, "X"))
                    .isNotBlank()
                    .endsWith(".")
                    .doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void on_a_page_every_problem_is_told_without_words_of_programs(ProblemKind kind) {
        for (Language language : Language.values()) {
            ProblemPage.Told told = ProblemText.onPage(
                    new ProblemPage.Told(
                            kind.status(),
                            kind.type().toString(),
                            ProblemText.title(kind, language),
                            ProblemText.detail(kind, language, "X")),
                    language);

            assertThat(told.title()).isNotBlank().doesNotEndWith(".").doesNotContainPattern(OF_PROGRAMS);
            assertThat(told.detail()).endsWith(".").doesNotContain("{", "}").doesNotContainPattern(OF_PROGRAMS);
        }
    }

    @Test
    void no_words_for_pages_are_there_for_a_problem_that_is_none() throws IOException {
        assertThat(properties("problems_sl").stringPropertyNames())
                .filteredOn(key -> key.startsWith("page."))
                .allSatisfy(key -> assertThat(Stream.of(ProblemKind.values()).map(ProblemKind::key))
                        .contains(key.replaceAll("^page\\.|\\.(title|detail)$", "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void sources_without_an_answer_are_told_rightly_however_many(int count) {
        String sources = String.join(", ", Collections.nCopies(count, "Gostovanje"));

        assertThat(ProblemText.detail(ProblemKind.ANSWER_INCOMPLETE, Language.SL, sources))
                .startsWith("Brez odgovora: " + sources + ".");
    }

    @ParameterizedTest
    @EnumSource(CaseException.Problem.class)
    void every_refusal_has_a_problem_whose_status_is_the_clients_error_or_passes(CaseException.Problem refusal) {
        assertThat(CaseProblems.kind(refusal).status())
                .satisfiesAnyOf(
                        status -> assertThat(status).isBetween(400, 499),
                        status -> assertThat(status).isEqualTo(ProblemKind.UNAVAILABLE.status()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "ValidationMessages"})
    void both_languages_have_the_same_keys_and_no_apostrophes_that_formats_would_swallow(String bundle)
            throws IOException {
        Properties slovenian = properties(bundle + "_sl");
        Properties english = properties(bundle + "_en");

        assertThat(slovenian.keySet()).isEqualTo(english.keySet());
        assertThat(Stream.concat(slovenian.values().stream(), english.values().stream())
                        .map(String.class::cast))
                .noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void states_are_told_in_the_words_that_pages_have_for_them(Language language) {
        for (String state : State.KEYS) {
            CaseException refused = new CaseException(CaseException.Problem.WRONG_STATE, state);

            assertThat(new Cause(refused, language, InventoryLoader.loadDefault()).subject())
                    .isEqualTo(StateWords.label(state).in(language));
        }
    }

    @Test
    void every_word_and_every_sentence_on_fields_is_there_for_something() throws IOException {
        Stream<String> words = Stream.of(
                        Arrays.stream(Role.values()).map(Role::key),
                        Arrays.stream(Right.values()).map(Right::key),
                        Stream.of("seconds", "minutes", "hours"))
                .flatMap(keys -> keys.map(key -> "word." + key));
        Stream<String> fields = Stream.of("unknown", "type", "day", "cursor").map(key -> "field." + key);

        assertThat(properties("problems_sl").stringPropertyNames())
                .filteredOn(key -> key.startsWith("word.") || key.startsWith("field."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(words, fields).toList());
    }

    @Test
    void no_words_are_there_for_a_problem_that_is_none() throws IOException {
        assertThat(properties("problems_sl").stringPropertyNames())
                .filteredOn(key -> key.matches("[a-z-]+\\.(title|detail)"))
                .allSatisfy(key -> assertThat(Stream.of(ProblemKind.values()).map(ProblemKind::key))
                        .contains(key.replaceAll("\\.(title|detail)$", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sl                      | SL
                    en                      | EN
                    en-GB,en;q=0.9          | EN
                    de-DE,en;q=0.5,sl;q=0.3 | EN
                    de,sl;q=0.8,en;q=0.5    | SL
                    sl-SI                   | SL
                    """)
    void the_language_is_what_the_reader_prefers_of_the_two(String header, Language expected) {
        assertThat(ReaderLanguage.preferred(header)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "*", "§§", "en;q=x", "en, , ;;"})
    void a_header_that_asks_for_neither_says_nothing(String header) {
        assertThat(ReaderLanguage.preferred(header)).isEmpty();
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                ProblemTextTest.class.getResourceAsStream("/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
