package si.vpogled.bundle.report;

import java.nio.charset.StandardCharsets;

/** A page of the report, or what it brings along. */
public record ReportPage(String mediaType, byte[] content) {
    private static final String TOP = "<header>";

    /** With something above the page that is no part of the report; what is no page to be read stays as it is. */
    public ReportPage under(String html) {
        String page = new String(content, StandardCharsets.UTF_8);
        int top = mediaType.equals("text/html") ? page.indexOf(TOP) : -1;
        return top < 0
                ? this
                : new ReportPage(mediaType, Html.bytes(page.substring(0, top) + html + page.substring(top)));
    }
}
