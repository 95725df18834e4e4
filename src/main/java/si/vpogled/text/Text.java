package si.vpogled.text;

import java.util.Objects;

/** A text in both languages. */
public record Text(String sl, String en) {
    public Text {
        Objects.requireNonNull(sl, "sl");
        Objects.requireNonNull(en, "en");
    }

    public String in(Language language) {
        return switch (language) {
            case SL -> sl;
            case EN -> en;
        };
    }
}
