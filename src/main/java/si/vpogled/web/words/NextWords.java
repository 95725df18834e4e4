package si.vpogled.web.words;

import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What the subject does next. */
public final class NextWords {
    private static final Texts TEXTS = Texts.of("words");

    private NextWords() {}

    /** After a request was sent. */
    public static Text confirm() {
        return TEXTS.text("next.confirm");
    }

    /** After a code was asked for, whether one was sent or not. */
    public static Text signIn() {
        return TEXTS.text("next.sign-in");
    }
}
