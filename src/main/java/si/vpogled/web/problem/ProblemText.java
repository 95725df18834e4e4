package si.vpogled.web.problem;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import si.vpogled.text.Language;

/** The words of problems, from {@code problems_sl.properties} and {@code problems_en.properties}. */
final class ProblemText {
    static final String BUNDLE = "problems";

    private ProblemText() {}

    static String title(ProblemKind kind, Language language) {
        return bundle(language).getString(kind.key() + ".title");
    }

    /** What happened, and what to do next. */
    static String detail(ProblemKind kind, Language language, String subject) {
        return new MessageFormat(bundle(language).getString(kind.key() + ".detail"), language.locale())
                .format(new Object[] {subject});
    }

    /** The same for people who see it on a page, in plain words where those for programs are none. */
    static ProblemPage.Told onPage(ProblemPage.Told told, Language language) {
        String kind = told.type().substring(told.type().lastIndexOf('/') + 1);
        return new ProblemPage.Told(
                told.status(),
                told.type(),
                onPage(kind + ".title", told.title(), language),
                onPage(kind + ".detail", told.detail(), language));
    }

    private static String onPage(String key, String told, Language language) {
        ResourceBundle words = bundle(language);
        return words.containsKey("page." + key) ? words.getString("page." + key) : told;
    }

    static String field(String key, Language language) {
        return bundle(language).getString("field." + key);
    }

    /** A word of the domain, such as a role; the key itself where there is none. */
    static String word(String key, Language language) {
        ResourceBundle words = bundle(language);
        return words.containsKey("word." + key) ? words.getString("word." + key) : key;
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }
}
