package si.vpogled.bundle.report;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * What surrounds a page.
 *
 * @param csp content security policy: nothing may be loaded, and only the page's own style and script count
 */
public record Frame(
        String lang,
        String title,
        String provider,
        String reference,
        RawString css,
        String csp,
        String otherLang,
        String otherPage,
        List<Link> links) {
    /** @param current the page itself */
    public record Link(String label, String href, boolean current) {
        Link(String label, String href) {
            this(label, href, false);
        }
    }
}
