package si.vpogled.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of one name in both languages: {@code /texts/<name>_sl.properties} and {@code _en}, in UTF-8. Values stand
 * in a text as {@code {0}}, {@code {1}}; nothing else in it is special. Read once, safe for use by many threads.
 */
public final class Texts {
    private static final Map<String, Texts> READ = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final String name;
    private final Map<String, Text> texts;

    private Texts(String name) {
        Map<String, String> slovenian = read(name, Language.SL);
        Map<String, String> english = read(name, Language.EN);
        if (!slovenian.keySet().equals(english.keySet())) {
            throw new IllegalStateException("The texts " + name + " have not the same keys in both languages");
        }
        this.name = name;
        this.texts = slovenian.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), key -> new Text(slovenian.get(key), english.get(key))));
    }

    /** Those of one name. */
    public static Texts of(String name) {
        return READ.computeIfAbsent(name, Texts::new);
    }

    private static Map<String, String> read(String name, Language language) {
        String resource = "/texts/" + name + "_" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There are no texts " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    /**
     * @param values for {@code {0}} and on; a {@link Text} stands in each language as it is in that
     */
    public Text text(String key, Object... values) {
        Text text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The texts " + name + " have no " + key);
        }
        return values.length == 0 ? text : Text.each(language -> filled(text.in(language), values, language));
    }

    private static String filled(String text, Object[] values, Language language) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(values[Integer.parseInt(place.group(1))], language)));
    }

    private static String value(Object value, Language language) {
        return value instanceof Text text ? text.in(language) : String.valueOf(value);
    }
}
