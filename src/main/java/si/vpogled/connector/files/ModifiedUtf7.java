package si.vpogled.connector.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Names of mail folders as IMAP servers write them (RFC 3501, section 5.1.3): {@code Prejeta po&AWE-ta}. */
final class ModifiedUtf7 {
    private static final Pattern SHIFTED = Pattern.compile("&([A-Za-z0-9+,]*)-");

    private ModifiedUtf7() {}

    static String decode(String name) {
        return SHIFTED.matcher(name)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(shifted(found.group(1))));
    }

    private static String shifted(String encoded) {
        if (encoded.isEmpty()) {
            return "&";
        }
        try {
            return new String(Base64.getDecoder().decode(encoded.replace(',', '/')), StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            return "&" + encoded + "-";
        }
    }
}
