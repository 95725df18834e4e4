package si.vpogled.law;

import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What verdicts say, since an interface has no constants of its own. */
final class VerdictWords {
    private static final Texts TEXTS = Texts.of("law");

    private VerdictWords() {}

    static Text of(String key, Object... values) {
        return TEXTS.text("verdict." + key, values);
    }
}
