package si.vpogled.bundle.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.json.BundleJson;

/**
 * The texts of all pages of one language, in parts: the first stands in the search page itself, the others are scripts
 * beside it, which the page loads when somebody searches. A page from disk may load nothing else. Holds one part at a
 * time, so that no length of a collection is too much.
 */
final class SearchIndex {
    private static final int FIRST_PART = 300_000;
    private static final int NEXT_PARTS = 1_000_000;

    private final Places places;
    private final Edition edition;
    private final PageSink sink;
    private final List<Indexed> part = new ArrayList<>();
    private Optional<String> first = Optional.empty();
    private long characters;
    private int parts;
    private boolean shortened;

    SearchIndex(Edition edition, PageSink sink) {
        this.edition = edition;
        this.places = edition.places();
        this.sink = sink;
    }

    /**
     * @param t title
     * @param u address, from the search page
     * @param x text; of a page of records, a line for each
     * @param n number of the first record; absent for other pages
     */
    record Indexed(
            @JsonProperty String t,
            @JsonProperty String u,
            @JsonProperty String x,

            @JsonProperty @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<Long> n) {}

    /** @param page its path; a fragment may follow */
    void add(String title, String page, String fragment, String text) throws IOException {
        add(new Indexed(title, address(page) + fragment, text, Optional.empty()));
    }

    /**
     * @param firstNumber of the first of the records on the page
     * @param records a text for each, in their order
     */
    void addRecords(String title, String page, long firstNumber, List<String> records) throws IOException {
        List<String> lines =
                records.stream().map(text -> text.replace('\n', ' ')).toList();
        add(new Indexed(title, address(page), String.join("\n", lines), Optional.of(firstNumber)));
    }

    private String address(String page) {
        return Places.href(places.search(edition.language()), page);
    }

    private void add(Indexed page) throws IOException {
        if (!part.isEmpty() && characters + page.x().length() > (first.isEmpty() ? FIRST_PART : NEXT_PARTS)) {
            end();
        }
        part.add(page);
        characters += page.x().length();
    }

    private void end() throws IOException {
        String json = json();
        part.clear();
        characters = 0;
        if (first.isEmpty()) {
            first = Optional.of(json);
            return;
        }
        parts++;
        String script = "searchPart(" + parts + "," + json + ");\n";
        sink.file(
                places.searchPart(edition.language(), parts),
                "text/javascript",
                script.getBytes(StandardCharsets.UTF_8));
    }

    /** Some value is in the index with its beginning only. */
    void noteShortened() {
        shortened = true;
    }

    boolean isShortened() {
        return shortened;
    }

    /** Writes the last part; the first is given back. Nothing may be added after that. */
    String finish() throws IOException {
        if (first.isEmpty() || !part.isEmpty()) {
            end();
        }
        return first.orElseThrow();
    }

    /** How many parts stand beside the page. */
    int parts() {
        return parts;
    }

    /** JSON that may stand inside a script element: no {@code <} in it can end that element. */
    private String json() {
        try {
            return BundleJson.LINE
                    .writeValueAsString(part)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
