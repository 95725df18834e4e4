package si.vpogled.bundle.verify;

import java.util.Locale;
import si.vpogled.text.Language;
import si.vpogled.text.Texts;

/** Something that is not as it should be, and where. */
record Fault(Kind kind, String where) {
    private static final Texts TEXTS = Texts.of("bundle");

    String in(Language language) {
        return TEXTS.text("fault." + kind.key()).in(language) + ": " + where;
    }

    /** In the order in which they are looked for. */
    enum Kind {
        ENTRY_OUTSIDE,
        UNSAFE_NAME,
        DOUBLE_NAME,
        MISSING,
        CHANGED,
        ADDED,
        UNREADABLE,
        OXUM,
        SIGNATURE,
        KEY,
        NO_VERDICT,
        NOT_DELIVERED,
        UNACCOUNTED,
        SUMMARY;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
