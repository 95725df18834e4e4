package si.vpogled.fulfilment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page of a report was looked at, for the history: by ids of the inventory and of definitions alone. */
final class PreviewedPage {
    private static final String ID = "([a-z][a-z0-9-]{0,60})";
    private static final Pattern SUMMARY = Pattern.compile("(report/[a-z]{2}/)?index\\.html");
    private static final Pattern SERVICE = Pattern.compile("report/[a-z]{2}/" + ID + "\\.html");
    private static final Pattern COLLECTION =
            Pattern.compile("report/[a-z]{2}/" + ID + "_" + ID + "_" + ID + "_([0-9]{1,9})\\.html");

    private PreviewedPage() {}

    /**
     * @param path as it was asked for: of what is no page of the report, nothing is kept
     * @param services of the case
     */
    static Map<String, String> seen(String path, Collection<String> services) {
        Map<String, String> seen = new HashMap<>(Map.of("what", "preview"));
        Matcher service = SERVICE.matcher(path);
        Matcher collection = COLLECTION.matcher(path);
        if (SUMMARY.matcher(path).matches()) {
            seen.put("page", "summary");
        } else if (path.equals("information.html")) {
            seen.put("page", "information");
        } else if (path.equals("completeness.json")) {
            seen.put("page", "completeness");
        } else if (service.matches() && services.contains(service.group(1))) {
            seen.put("service", service.group(1));
        } else if (collection.matches() && services.contains(collection.group(1))) {
            seen.put("place", String.join("/", collection.group(1), collection.group(2), collection.group(3)));
            seen.put("page", collection.group(4));
        }
        return seen;
    }
}
