package si.vpogled.web.portal;

import java.util.Locale;
import java.util.Optional;

/** The questions of the form, in their order; after them come the check and the confirmation. */
public enum Step {
    RIGHT,
    SERVICES,
    YOU,
    MORE,
    LANGUAGE;

    /** Of the check page, which comes after the last question. */
    static final String CHECK = "/request/check";

    static final String START = "/";

    /** What a path's parameter may be. */
    static final String KEYS = "right|services|you|more|language";

    static Step of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String address() {
        return "/request/" + key();
    }

    public int number() {
        return ordinal() + 1;
    }

    String next() {
        return this == LANGUAGE ? CHECK : values()[ordinal() + 1].address();
    }

    String before() {
        return this == RIGHT ? START : values()[ordinal() - 1].address();
    }

    boolean isAfter(Optional<Step> other) {
        return other.map(step -> compareTo(step) > 0).orElse(false);
    }
}
