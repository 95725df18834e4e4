package si.vpogled.bundle.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.extract.Entry;

/** The files of one collection, page after page. */
public final class FilePages {
    static final int PER_PAGE = 500;

    /** Opened in a browser, these would run what somebody put into them. */
    private static final Set<String> ACTIVE = Set.of(
            "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "js", "mjs");

    private final Edition edition;
    private final Collected collection;

    FilePages(Edition edition, Collected collection) {
        this.edition = edition;
        this.collection = collection;
    }

    /** @param href empty for a file that is not linked */
    public record Listed(String name, String href, String type, String size) {}

    /** @param pager or false */
    public record Model(String back, List<String> withheld, Object pager, String caption, List<Listed> listed) {}

    void write(PageSink sink, SearchIndex index) throws IOException {
        List<Entry> files = collection.others();
        long pages = (files.size() + PER_PAGE - 1) / PER_PAGE;
        for (int page = 1; page <= pages; page++) {
            int from = (page - 1) * PER_PAGE;
            int to = Math.min(files.size(), from + PER_PAGE);
            page(files.subList(from, to), page, pages, from, sink, index);
        }
    }

    private void page(List<Entry> files, int page, long pages, int from, PageSink sink, SearchIndex index)
            throws IOException {
        Places places = edition.places();
        Messages words = edition.words();
        String path = places.collection(edition.language(), collection, page);
        Model model = new Model(
                Places.href(path, places.service(edition.language(), collection.service())) + "#" + collection.row(),
                edition.withheld(collection),
                pages == 1
                        ? false
                        : Pager.of(
                                words,
                                page,
                                pages,
                                to -> Places.href(path, places.collection(edition.language(), collection, to))),
                words.text(
                        "filesCaption",
                        words.number(from + 1L),
                        words.number((long) from + files.size()),
                        words.number(collection.count())),
                files.stream().map(file -> listed(file, path)).toList());
        String title = edition.in(collection.title());
        String other = places.collection(edition.otherLanguage(), collection, page);
        sink.page(path, Html.bytes(edition.render("files", path, other, title, model)));
        index.add(
                pages == 1 ? title : title + " (" + model.caption() + ")",
                path,
                "",
                model.listed().stream().map(Listed::name).collect(Collectors.joining(" · ")));
    }

    private Listed listed(Entry file, String path) {
        String name = file.name().split("/", 4)[3];
        return new Listed(
                name,
                active(file) ? "" : Places.href(path, file.name()),
                file.mediaType(),
                edition.formats().size(file.size()));
    }

    private static boolean active(Entry file) {
        String name = file.name().toLowerCase(java.util.Locale.ROOT);
        String type = file.mediaType().toLowerCase(java.util.Locale.ROOT);
        return ACTIVE.contains(name.substring(name.lastIndexOf('.') + 1))
                || type.contains("html")
                || type.contains("xml")
                || type.contains("script");
    }
}
