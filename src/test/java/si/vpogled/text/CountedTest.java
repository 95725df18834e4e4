package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.testing.Golden;

/** Each sentence in which a number meets a noun, for each kind of number, as it is read: the golden file is to be read so. */
class CountedTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final long[] COUNTS = {0, 1, 2, 3, 4, 5, 11, 101, 102, 1003};
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    /** A number right before a noun that has but one form. */
    private static final Pattern ONE_FORM =
            Pattern.compile("\\{(\\w+)} ((?:dan|dn|ur|minut|sekund|tedn|mesec|let|datotek|zapis"
                    + "|znak|vnos|podat|sporočil|zahtev(?!a[jlmt])|vir|poskus|bajt|vrst|prilog|day|hour|minute|second|week|month|file|record"
                    + "|character|entr|item|message|request|source|attempt|tr[iy]|byte|line|attachment)\\p{L}*)");

    /** The noun, and a sentence that it stands in; without one it stands by itself. */
    private static final List<String> USES = List.of(
            "count.kinds form.held",
            "count.forDays form.nextButton",
            "words.good.hours form.ended",
            "count.characters form.tooLong",
            "count.characters deed.tooLong",
            "count.characters talk.textHint",
            "count.characters talk.textTooLong",
            "count.minutes link.codeGood",
            "count.records desk.outcomeFound",
            "count.records",
            "count.items",
            "count.days queue.daysLeft",
            "count.forDays board.tooMany",
            "count.forDays queue.overdue",
            "queue.inDays queue.dueWithin",
            "queue.sources queue.failing",
            "queue.ofSources",
            "queue.newMessages",
            "queue.cases queue.assigned",
            "queue.cases queue.unassigned",
            "link.tries link.wrongCode",
            "stay.inMinutes stay.warning",
            "stay.inMinutes stay.last",
            "story.entries story.newestHint",
            "found.unit found.entriesCaption",
            "talk.awaitingForms talk.awaiting",
            "problems.word.seconds problems.too-many-requests.detail",
            "problems.word.minutes problems.too-many-requests.detail",
            "problems.word.hours problems.too-many-requests.detail",
            "words.good.minutes",
            "report.items",
            "report.records",
            "report.files");

    /** A number that is always the same, and fits. */
    private static final List<String> FIXED = List.of(
            // of a bundle, which has thousands
            "problems.range-not-satisfiable.detail 0 bytes",
            "talk.tooManyFiles most datotek",
            "talk.tooManyFiles most files",
            "view.viewNameTooLong longest znakov",
            "view.viewNameTooLong longest characters");

    @Test
    void number_and_noun_agree_in_every_sentence() {
        StringBuilder all = new StringBuilder();
        for (String use : USES) {
            all.append(use).append('\n');
            for (Language language : Language.values()) {
                for (long count : COUNTS) {
                    all.append("  ")
                            .append(said(use.split(" "), language, count))
                            .append('\n');
                }
            }
        }

        Golden.assertSame("counted.txt", all.toString());
    }

    private static String said(String[] use, Language language, long count) {
        Map<String, String> texts = texts(language);
        String counted =
                new java.text.DecimalFormat("#,##0", java.text.DecimalFormatSymbols.getInstance(language.locale()))
                                .format(count)
                        + " "
                        + Plural.form(language, count, texts.get(use[0]));
        return use.length == 1
                ? counted
                : PLACE.matcher(texts.get(use[1])).results().count() == 0
                        ? use[1] + " has no place"
                        : PLACE.matcher(texts.get(use[1]).replaceFirst(place(use[1]), counted))
                                .replaceAll("…");
    }

    /** Of the number: the first but where a name comes before it. */
    private static String place(String sentence) {
        return switch (sentence) {
            case "queue.assigned" -> "\\{cases}";
            case "form.tooLong" -> "\\{characters}";
            default -> PLACE.pattern();
        };
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_noun_with_several_forms_is_among_them(Language language) {
        assertThat(USES.stream().map(use -> use.split(" ")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(texts(language).entrySet().stream()
                        .filter(text -> text.getValue().contains("|"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_number_stands_before_a_noun_that_has_but_one_form(Language language) {
        List<String> found = new ArrayList<>();
        texts(language)
                .forEach((key, text) -> ONE_FORM.matcher(text)
                        .results()
                        .forEach(one -> found.add(key + " " + one.group(1) + " " + one.group(2))));

        assertThat(found).filteredOn(one -> !FIXED.contains(one)).isEmpty();
    }

    /** By the name of their file and their key. What is said of faults is said of definitions and machines, with units. */
    private static Map<String, String> texts(Language language) {
        String ending = "_" + language.tag() + ".properties";
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(one -> one.toString().endsWith(ending))
                    .filter(one -> !one.getFileName().toString().startsWith("faults"))
                    .collect(Collectors.toList())) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                String name = file.getFileName().toString().replace(ending, "");
                properties
                        .stringPropertyNames()
                        .forEach(key -> texts.put(name + "." + key, properties.getProperty(key)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
