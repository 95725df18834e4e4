package si.vpogled.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages Vpogled speaks, Slovenian first. */
public enum Language {
    SL,
    EN;

    /** The BCP 47 tag, {@code sl} or {@code en}. */
    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language of a BCP 47 tag; Slovenian for any tag that is not English. */
    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : SL;
    }

    /** Reads {@code sl} or {@code en}, nothing else. */
    @JsonCreator
    static Language read(String tag) {
        for (Language language : values()) {
            if (language.tag().equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("Language must be sl or en");
    }
}
