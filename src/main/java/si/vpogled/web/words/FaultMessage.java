package si.vpogled.web.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/**
 * What a connector says of a fault, in the reader's language. A connector, which may be anybody's program, says it in
 * English; sentences of ours are known by their words and told in ours, what else there is stays a quotation.
 *
 * @param ours empty where all of it is a quotation
 * @param quoted in the language of who said it; empty where nothing is
 */
public record FaultMessage(Text ours, String quoted) {
    private static final Texts TEXTS = Texts.of("faults");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** The place of another sentence within one that stands around it. */
    private static final int INNER = 8;

    private static final int QUOTED = 9;
    private static final String AROUND = "around.";
    /** Which of a connector's sources it is about. */
    private static final String SOURCE = "source";

    private static final Pattern ABOUT_SOURCE = Pattern.compile("Source (\\S{1,200}): (.+)", Pattern.DOTALL);
    private static final List<Sentence> SENTENCES = sentences(false);
    private static final List<Sentence> AROUND_ANOTHER = sentences(true);

    private static List<Sentence> sentences(boolean around) {
        return TEXTS.keys().stream()
                .filter(key -> !key.equals(SOURCE) && key.startsWith(AROUND) == around)
                .sorted()
                .map(Sentence::of)
                .toList();
    }

    public static FaultMessage of(String said) {
        Matcher source = ABOUT_SOURCE.matcher(said);
        if (source.matches()) {
            FaultMessage of = of(source.group(2));
            return new FaultMessage(TEXTS.text(SOURCE, source.group(1), of.ours()), of.quoted());
        }
        return known(said)
                .or(() -> first(AROUND_ANOTHER, sentence -> sentence.beforeQuotation(said)))
                .orElseGet(() -> new FaultMessage(Text.same(""), said));
    }

    private static Optional<FaultMessage> known(String said) {
        return first(AROUND_ANOTHER, sentence -> sentence.around(said))
                .or(() -> first(SENTENCES, sentence -> sentence.read(said)));
    }

    private static Optional<FaultMessage> first(
            List<Sentence> sentences, Function<Sentence, Optional<FaultMessage>> read) {
        return sentences.stream()
                .flatMap(sentence -> read.apply(sentence).stream())
                .findFirst();
    }

    /**
     * A sentence of ours with its places.
     *
     * @param places their numbers, in the order of the English words
     */
    private record Sentence(String key, Pattern words, List<Integer> places) {
        static Sentence of(String key) {
            String english = TEXTS.text(key).en();
            List<Integer> places = PLACE.matcher(english)
                    .results()
                    .map(place -> Integer.valueOf(place.group(1)))
                    .toList();
            String words = Arrays.stream(PLACE.split(english, -1))
                    .map(Pattern::quote)
                    .reduce((before, after) -> before + "(.*?)" + after)
                    .orElseThrow();
            return new Sentence(key, Pattern.compile(words, Pattern.DOTALL), places);
        }

        Optional<FaultMessage> read(String said) {
            return matched(said).map(values -> told(values, values[QUOTED]));
        }

        /** Around one of ours. */
        Optional<FaultMessage> around(String said) {
            return matched(said)
                    .flatMap(values -> known(values[INNER].toString()).map(inner -> {
                        values[INNER] = inner.ours();
                        return told(values, inner.quoted());
                    }));
        }

        /** Before what is none of ours. */
        Optional<FaultMessage> beforeQuotation(String said) {
            return Optional.of(said)
                    .filter(_ -> TEXTS.text(key).en().endsWith("{" + INNER + "}"))
                    .flatMap(this::matched)
                    .map(values -> {
                        Object quoted = values[INNER];
                        values[INNER] = "";
                        return told(values, quoted);
                    });
        }

        /** What stands at each place. */
        private Optional<Object[]> matched(String said) {
            Matcher matcher = words.matcher(said);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Object[] values = new Object[QUOTED + 1];
            Arrays.fill(values, "");
            for (int i = 0; i < places.size(); i++) {
                values[places.get(i)] = matcher.group(i + 1);
            }
            return Optional.of(values);
        }

        private FaultMessage told(Object[] values, Object quoted) {
            Object[] ours = values.clone();
            ours[QUOTED] = "";
            Text text = TEXTS.text(key, ours);
            return new FaultMessage(Text.each(language -> text.in(language).strip()), quoted.toString());
        }
    }
}
