package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.testing.ForeignWords;
import si.vpogled.text.Language;
import si.vpogled.text.Plural;

/** All words that people read: there in both languages, alike in what they take; those of pages all used. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java/si/vpogled/web");
    private static final Pattern USE = Pattern.compile("\\b\\w+:\\w+|[.:](\\w+\\()|::\\w+");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    /** Names of values, markup, addresses, and names of settings, files and variables. */
    private static final Pattern NO_WORDS = Pattern.compile("\\{[^}]*}|<[^>]*>|/\\S+|\\S*\\w[._=-]\\w\\S*");
    /** Settings and commands that are written as they are in any language. */
    private static final Set<String> NAMES = Set.of(
            "database.forbidden select", "sftp.no-folder folder", "http.paging-cursor next", "otherLanguage english");

    private static final Set<String> used = new HashSet<>();

    /** Of pages. */
    static Stream<String> messages() throws IOException {
        return all().filter(bundle -> bundle.startsWith("messages/"));
    }

    static Stream<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES, 2)) {
            return files
                    .map(file -> RESOURCES.relativize(file).toString())
                    .filter(file -> file.endsWith(".properties") && !file.equals("application.properties"))
                    .map(file -> file.replaceFirst("_\\w*\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_text_is_there_in_both_languages_and_takes_the_same(String bundle) {
        Map<String, String> sl = texts(bundle, Language.SL);
        Map<String, String> en = texts(bundle, Language.EN);

        assertThat(en.keySet()).isEqualTo(sl.keySet());
        assertThat(sl.values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(en.values()).allSatisfy(text -> assertThat(text).isNotBlank());
        sl.forEach((key, text) -> assertThat(parameters(en.get(key))).as(key).isEqualTo(parameters(text)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_noun_has_all_its_forms(String bundle) {
        for (Language language : Language.values()) {
            int forms = Plural.forms(language);
            assertThat(texts(bundle, language).values())
                    .filteredOn(text -> text.contains("|") || bundle.equals("messages/count"))
                    .allSatisfy(noun -> assertThat(noun.split("\\|")).hasSize(forms));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void texts_of_one_language_hold_no_words_of_the_other(String bundle) {
        for (Language language : Language.values()) {
            assertThat(texts(bundle, language))
                    .allSatisfy((key, text) -> assertThat(foreign(text, language))
                            .filteredOn(word -> !NAMES.contains(key + " " + word))
                            .as(key)
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void letters_and_templates_of_one_language_hold_no_words_of_the_other(Language language) throws IOException {
        List<Path> letters;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            letters = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString()
                            .matches(".*/(letter/%1$s/.*|message-templates/.*\\.%1$s\\.txt)".formatted(language.tag())))
                    .toList();
        }

        assertThat(letters)
                .hasSizeGreaterThan(10)
                .allSatisfy(letter ->
                        assertThat(foreign(Files.readString(letter), language)).isEmpty());
    }

    private static List<String> foreign(String text, Language language) {
        return ForeignWords.of(NO_WORDS.matcher(text).replaceAll(" "), language);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void no_text_is_there_for_nothing(String bundle) {
        String name = bundle.substring("messages/".length());
        assertThat(texts(bundle, Language.SL).keySet().stream()
                        .map(key -> key.replaceFirst("_\\$?[A-Z_]+$", ""))
                        .distinct())
                .allSatisfy(key -> assertThat(used).containsAnyOf(name + ":" + key, key + "(", "::" + key));
    }

    /** As {@code bundle:key}, {@code key(} and {@code ::key}. */
    @BeforeAll
    static void readTemplatesAndCode() throws IOException {
        USE.matcher(read(TEMPLATES, ".html") + read(CODE, ".java"))
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .forEach(used::add);
    }

    private static String read(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static Set<String> parameters(String text) {
        Matcher matcher = PARAMETER.matcher(text);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String bundle, Language language) {
        Properties properties = new Properties();
        Path file = RESOURCES.resolve(bundle + "_" + language.tag() + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError("No " + file, e);
        }
        Map<String, String> texts = new TreeMap<>();
        List.copyOf(properties.stringPropertyNames()).forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
