package si.vpogled.bundle.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import si.vpogled.text.Language;

/** The report's own words in one language. */
public final class Messages {
    private final Language language;
    private final Map<String, String> texts = new HashMap<>();

    public Messages(Language language) {
        this.language = language;
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Messages.class.getResourceAsStream("/bundle/messages_" + language.tag() + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
    }

    public Language language() {
        return language;
    }

    /** All of them, for templates. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }

    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text " + key + " in " + language.tag());
        }
        return text;
    }

    public String text(String key, String... values) {
        return new MessageFormat(text(key).replace("'", "''"), language.locale()).format(values);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A count with its noun in the right form: one, two, three and four, more. */
    public String counted(String key, long count) {
        String[] forms = text(key).split("\\|");
        return number(count) + ' ' + forms[form(count)];
    }

    private int form(long count) {
        long last = language == Language.SL ? count % 100 : count;
        if (last == 1) {
            return 0;
        }
        if (last == 2) {
            return 1;
        }
        return last == 3 || last == 4 ? 2 : 3;
    }
}
