package si.vpogled.web.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
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
    private static final int QUOTED = 9;
    private static final List<Sentence> SENTENCES = TEXTS.keys().stream()
            .filter(key -> !key.equals("source"))
            .sorted()
            .map(Sentence::of)
            .toList();
    /** Which of a connector's sources it is about. */
    private static final Pattern SOURCE = Pattern.compile("Source (\\S{1,200}): (.+)", Pattern.DOTALL);

    public static FaultMessage of(String said) {
        Matcher source = SOURCE.matcher(said);
        if (source.matches()) {
            FaultMessage of = of(source.group(2));
            return new FaultMessage(TEXTS.text("source", source.group(1), of.ours()), of.quoted());
        }
        return SENTENCES.stream()
                .flatMap(sentence -> sentence.read(said).stream())
                .findFirst()
                .orElseGet(() -> new FaultMessage(Text.same(""), said));
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
            Matcher matcher = words.matcher(said);
            return matcher.matches() ? Optional.of(told(matcher)) : Optional.empty();
        }

        private FaultMessage told(MatchResult said) {
            Object[] values = new Object[QUOTED + 1];
            Arrays.fill(values, "");
            String quoted = "";
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i) == QUOTED) {
                    quoted = said.group(i + 1);
                } else {
                    values[places.get(i)] = said.group(i + 1);
                }
            }
            Text text = TEXTS.text(key, values);
            return new FaultMessage(Text.each(language -> text.in(language).strip()), quoted);
        }
    }
}
