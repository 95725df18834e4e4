package si.vpogled.web.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The page that a member of staff asked for before signing in, with its query. Only a page of the console is one:
 * whatever else an address is made to say, signing in leads to the console's first.
 */
public record AskedPage(String address) {
    private static final String FIRST = "/console";
    /** No segment begins with a dot or holds anything encoded, so that none leads upwards or out; none is of signing in. */
    private static final Pattern OWN = Pattern.compile("/console(?!/sign-)(?:/[A-Za-z0-9][A-Za-z0-9_.~-]*+)*+"
            + "(?:\\?(?:[A-Za-z0-9_.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+)?+");

    private static final int LONGEST = 1500;

    /** What was asked for, or the console's first page where that is none of its pages. */
    public static AskedPage of(String asked) {
        boolean own = asked.length() <= LONGEST && OWN.matcher(asked).matches();
        return new AskedPage(own ? asked : FIRST);
    }

    /**
     * As a parameter of the form's address; empty where nothing else than the first page was asked for.
     *
     * @param mark before it, {@code ?} or {@code &}
     */
    public String query(String mark) {
        return address.equals(FIRST) ? "" : mark + "to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
