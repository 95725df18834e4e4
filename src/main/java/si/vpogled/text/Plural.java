package si.vpogled.text;

/** A count with its noun in the right form. Slovenian has four: 1 dan, 2 dneva, 3 dnevi, 5 dni, and again from 101. */
public final class Plural {
    private Plural() {}

    /**
     * The form that goes with a count.
     *
     * @param forms parted by {@code |}: four in Slovenian (one, two, three and four, all others), two in English
     */
    public static String form(Language language, long count, String forms) {
        String[] all = forms.split("\\|");
        int form = switch (language) {
            case SL -> slovenian(Math.abs(count) % 100);
            case EN -> Math.abs(count) == 1 ? 0 : 1;
        };
        if (all.length != forms(language)) {
            throw new IllegalArgumentException("Not the forms of a noun in " + language.tag() + ": " + forms);
        }
        return all[form];
    }

    /** How many forms a noun has. */
    public static int forms(Language language) {
        return switch (language) {
            case SL -> 4;
            case EN -> 2;
        };
    }

    private static int slovenian(long last) {
        if (last == 1) {
            return 0;
        }
        if (last == 2) {
            return 1;
        }
        return last == 3 || last == 4 ? 2 : 3;
    }
}
