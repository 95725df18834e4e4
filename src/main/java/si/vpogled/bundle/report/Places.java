package si.vpogled.bundle.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import si.vpogled.text.Language;

/** Where the pages stand under {@code data/}, and how one links to another. */
final class Places {
    private final Language first;

    /** @param first whose summary is {@code index.html} */
    Places(Language first) {
        this.first = first;
    }

    String summary(Language language) {
        return language == first ? "index.html" : "report/" + language.tag() + "/index.html";
    }

    String service(Language language, String service) {
        return "report/" + language.tag() + "/" + service + ".html";
    }

    /** @param number of the page, from 1 */
    String collection(Language language, Collected collection, long number) {
        return pages(language, collection) + number + ".html";
    }

    /** What the paths of all pages of a collection begin with. */
    String pages(Language language, Collected collection) {
        return "report/" + language.tag() + "/"
                + String.join("_", collection.service(), collection.row(), collection.id(), "");
    }

    String search(Language language) {
        return "report/" + language.tag() + "/search.html";
    }

    /** @param number of a part of the index that stands beside the search page, from 1 */
    String searchPart(Language language, int number) {
        return "report/" + language.tag() + "/search/" + number + ".js";
    }

    /** A relative address, so that the report works wherever it is unpacked. */
    static String href(String from, String to) {
        int depth = (int) from.chars().filter(character -> character == '/').count();
        return "../".repeat(depth)
                + Arrays.stream(to.split("/", -1)).map(Places::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
