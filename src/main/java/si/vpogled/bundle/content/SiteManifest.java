package si.vpogled.bundle.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.Carriers;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.json.BundleJson;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.SafeName;
import si.vpogled.inventory.ItemId;

/**
 * What another provider's import needs to build a customer's web sites again from their files (GDPR Art. 20(1)),
 * {@code site.schema.json}. Made where a collection of files {@code <id>} has beside it the records {@code <id>-pages},
 * whose fields are {@code site}, {@code path}, {@code title}, {@code language} and {@code menuOrder}; each site's files
 * stand in a folder of its name.
 *
 * @param folder of the files, under {@code data/}, ending with a slash
 */
public record SiteManifest(String folder, Content pages, List<Content> files) {
    private static final String PAGES = "-pages.json";
    private static final Comparator<ObjectNode> BY_MENU = Comparator.comparing(
                    (ObjectNode page) -> page.path("menuOrder").asInt(Integer.MAX_VALUE))
            .thenComparing(page -> page.path("path").asText());

    /** Those of a bundle with these contents. */
    static List<SiteManifest> of(List<Content> contents) {
        Map<String, List<Content>> files = contents.stream()
                .filter(content -> content.source().entry().kind() == Entry.Kind.FILE)
                .collect(Collectors.groupingBy(
                        content -> Carriers.folder(content.source().entry())));
        return contents.stream()
                .filter(content -> content.source().entry().kind() == Entry.Kind.RECORDS)
                .filter(content -> content.name().endsWith(PAGES))
                .flatMap(content -> of(content, files))
                .toList();
    }

    private static Stream<SiteManifest> of(Content pages, Map<String, List<Content>> files) {
        String folder = pages.name().substring(0, pages.name().length() - PAGES.length()) + "/";
        return files.containsKey(folder)
                ? Stream.of(new SiteManifest(folder, pages, files.get(folder)))
                : Stream.empty();
    }

    /** Where it stands, under {@code data/}. */
    public String path() {
        return folder.substring(0, folder.length() - 1) + "-manifest.json";
    }

    List<ItemId> items() {
        return pages.source().entry().items();
    }

    public void write(OutputStream out, Scope scope) throws IOException {
        Map<String, List<ObjectNode>> pagesOf = pagesBySite(scope);
        Map<String, List<Entry>> filesOf = files.stream()
                .map(content -> content.source().entry())
                .collect(Collectors.groupingBy(this::site, TreeMap::new, Collectors.toList()));
        try (JsonGenerator json = BundleJson.MAPPER.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("$schema", "../../schemas/site.schema.json");
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("sites");
            for (Map.Entry<String, List<Entry>> site : filesOf.entrySet()) {
                site(json, site.getKey(), pagesOf.getOrDefault(site.getKey(), List.of()), site.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private Map<String, List<ObjectNode>> pagesBySite(Scope scope) throws IOException {
        Map<String, List<ObjectNode>> bySite = new HashMap<>();
        try (CollectionReader reader = pages.records(scope)) {
            for (Optional<ObjectNode> page = reader.next(); page.isPresent(); page = reader.next()) {
                String site = SafeName.of(page.get().path("site").asText());
                bySite.computeIfAbsent(site, _ -> new ArrayList<>()).add(page.get());
            }
        }
        bySite.values().forEach(of -> of.sort(BY_MENU));
        return bySite;
    }

    /** The folder of a file's site; a file without one belongs to a site without a name. */
    private String site(Entry file) {
        int end = file.name().indexOf('/', folder.length());
        return end < 0 ? "" : file.name().substring(folder.length(), end);
    }

    private void site(JsonGenerator json, String site, List<ObjectNode> itsPages, List<Entry> itsFiles)
            throws IOException {
        String root =
                folder.substring(folder.indexOf('/', folder.indexOf('/') + 1) + 1) + (site.isEmpty() ? "" : site + "/");
        Map<String, Entry> byName = itsFiles.stream()
                .collect(Collectors.toMap(file -> root + within(file, site), file -> file, (a, _) -> a));
        json.writeStartObject();
        json.writeStringField("site", site);
        json.writeArrayFieldStart("pages");
        for (ObjectNode page : itsPages) {
            page(json, page, root, byName);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (Entry file : itsFiles) {
            json.writeStartObject();
            json.writeStringField("path", root + within(file, site));
            json.writeStringField("mediaType", file.mediaType());
            json.writeNumberField("size", file.size());
            json.writeStringField("sha512", file.sha512());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private String within(Entry file, String site) {
        return file.name().substring(folder.length() + (site.isEmpty() ? 0 : site.length() + 1));
    }

    /** Its address is what the site knows it by; its path, where its file is in the bundle. */
    private static void page(JsonGenerator json, ObjectNode page, String root, Map<String, Entry> files)
            throws IOException {
        String address = page.path("path").asText();
        String path = root + SafeName.of(address);
        json.writeStartObject();
        json.writeStringField("address", address);
        for (String text : List.of("title", "language")) {
            if (page.hasNonNull(text)) {
                json.writeStringField(text, page.get(text).asText());
            }
        }
        if (page.path("menuOrder").asText().matches("-?\\d{1,9}")) {
            json.writeNumberField("menuOrder", page.get("menuOrder").asInt());
        }
        if (files.containsKey(path)) {
            json.writeStringField("path", path);
            json.writeStringField("sha512", files.get(path).sha512());
        }
        json.writeEndObject();
    }
}
