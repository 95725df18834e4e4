package si.vpogled.connector.extract;

import java.util.regex.Pattern;

/** A cell that no spreadsheet takes for a formula. */
public final class CsvCell {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*");

    private CsvCell() {}

    /** Text that would start a formula gets an apostrophe before it; numbers stay. */
    public static String of(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
