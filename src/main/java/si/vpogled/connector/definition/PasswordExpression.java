package si.vpogled.connector.definition;

import java.util.regex.Pattern;

/**
 * The expressions of a field's {@code redact}. Instead of one of its own a definition may say {@value #NAME}: then
 * whatever stands after a word for a password is blacked out to the end of the line, or of the element in HTML, after
 * a colon, an equals sign, "je" or "is", or in the next cell. Rather too much than too little.
 */
public final class PasswordExpression {
    public static final String NAME = "passwords";

    private static final String TAG = "</?[a-z][^<>]{0,300}+>";
    private static final String GAP = "(?:\\s++|&nbsp;|&#160;|\u00a0|[*_`\"'\u201e\u201c]|" + TAG + ")*+";
    private static final String WORD =
            "(?<![\\p{L}\\p{N}])(?:gesl\\p{L}{1,3}|passwor[dt]s?|passphrase|passcode|passwd|pass|pwd|pw|pin"
                    + "|kennwort|lozink\\p{L}{1,2})(?![\\p{L}\\p{N}])";
    private static final String VALUE = "([^\\s<](?:[^\\r\\n<]++|(?!" + TAG + ")<)*+)";

    /** "Geslo FTP: x", "Password = x", "geslo je x". */
    private static final String TOLD = WORD + "(?:(?!" + TAG + ")[^\\r\\n:=]){0,120}?" + GAP
            + "(?:[:=]|(?<![\\p{L}\\p{N}])(?:je|is|ist)(?![\\p{L}\\p{N}]))" + GAP + VALUE;

    /** A table's cell, or a list's term. */
    private static final String NEXT = WORD + "[^\\r\\n:=<]{0,60}+(?:\\s*+" + TAG + ")++" + GAP + VALUE;

    private static final Pattern PASSWORDS = Pattern.compile("(?iu)(?:" + TOLD + "|" + NEXT + ")");

    private PasswordExpression() {}

    /** @throws java.util.regex.PatternSyntaxException where it is none */
    public static Pattern compiled(String expression) {
        return expression.equals(NAME) ? PASSWORDS : Pattern.compile(expression);
    }
}
