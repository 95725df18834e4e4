package si.vpogled.bundle.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.bundle.json.BundleJson;

/** The texts of the pages, bounded: a collection has its share, so that a long one leaves room for the others. */
final class SearchIndex {
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_OF_COLLECTION = 300_000;

    private final List<Indexed> pages = new ArrayList<>();
    private long characters;
    private long ofCollection;
    private boolean bounded;

    /**
     * @param t title
     * @param u address, from the search page
     * @param x text
     */
    record Indexed(
            @JsonProperty String t,
            @JsonProperty String u,
            @JsonProperty String x) {}

    void startCollection() {
        ofCollection = 0;
    }

    /** Takes a page's text, or notes that there was no room. */
    void add(String title, String address, String text) {
        if (characters + text.length() > MOST_CHARACTERS || ofCollection + text.length() > MOST_OF_COLLECTION) {
            bounded = true;
            return;
        }
        characters += text.length();
        ofCollection += text.length();
        pages.add(new Indexed(title, address, text));
    }

    boolean bounded() {
        return bounded;
    }

    /** JSON that may stand inside a script element: no {@code <} in it can end that element. */
    String json() {
        try {
            return BundleJson.LINE
                    .writeValueAsString(pages)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
