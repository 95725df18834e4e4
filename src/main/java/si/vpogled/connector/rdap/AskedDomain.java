package si.vpogled.connector.rdap;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.subject.Identifier;

/** A domain as it may be sent: A-labels of letters, digits and hyphens, nothing that ends a line or a path segment. */
record AskedDomain(String name) {
    private static final Pattern LDH =
            Pattern.compile("(?=.{3,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    static AskedDomain of(Identifier identifier) throws ConnectorException {
        String name = ascii(identifier.value());
        if (!LDH.matcher(name).matches()) {
            throw new ConnectorException(
                    FaultKind.DEFECT, "An identifier is no domain name, and no registry was asked for it");
        }
        return new AskedDomain(name);
    }

    /** {@code shop.example.co.uk}: example.co.uk, co.uk, uk. */
    List<String> suffixes() {
        List<String> suffixes = new ArrayList<>();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            suffixes.add(name.substring(dot + 1));
        }
        return suffixes;
    }

    /** Whether a name in an answer, in either form, is this one. */
    boolean is(String other) {
        return ascii(other).equals(name);
    }

    boolean isMentionedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(name) || lower.contains(IDN.toUnicode(name).toLowerCase(Locale.ROOT));
    }

    private static String ascii(String name) {
        try {
            String ascii = IDN.toASCII(name.strip()).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
