package si.vpogled.web.input;

import java.util.Locale;
import java.util.regex.Pattern;
import si.vpogled.request.CaseException;

/** A reference as people type it. */
public final class CaseReference {
    /** As it is printed. */
    public static final String FORM = "VP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}";

    private static final Pattern PRINTED = Pattern.compile(FORM);

    private CaseReference() {}

    /**
     * As it is kept.
     *
     * @throws CaseException as if there were no such case, where it is no reference at all
     */
    public static String of(String typed) {
        String reference = typed.strip().toUpperCase(Locale.ROOT);
        if (!PRINTED.matcher(reference).matches()) {
            throw new CaseException(CaseException.Problem.NOT_FOUND, "case");
        }
        return reference;
    }
}
