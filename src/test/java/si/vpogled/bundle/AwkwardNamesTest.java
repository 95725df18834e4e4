package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.AwkwardNames;

/** Files whose names systems trip over, from the extract to what the bundle holds and lists. */
@Tag("slow")
class AwkwardNamesTest {
    private static final String ITEM = "shared-hosting.user-data.files";
    private static final String FOLDER = "data/shared-hosting/user-data/files/";

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\">(<a href=\"(?<href>[^\"]*)\">)?(?<name>[^<]*)<");

    private UnpackedBundle bundle;

    @BeforeEach
    void bundle(@TempDir Path folder) throws IOException {
        bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .extract("hosting", draft -> {
                    for (String name : AwkwardNames.all().keySet()) {
                        draft.file(ITEM, name, "text/plain", name);
                    }
                })
                .notNeeded("dostavljalec", "website-builder")
                .bundle());
    }

    @Test
    void everyFileIsThereUnderANameThatCanBeUnpacked() {
        Map<String, String> held = new TreeMap<>();
        bundle.files().forEach((name, content) -> {
            if (name.startsWith(FOLDER)) {
                held.put(name.substring(FOLDER.length()), new String(content, StandardCharsets.UTF_8));
            }
        });

        assertThat(held).containsExactlyInAnyOrderEntriesOf(AwkwardNames.byArrival());
    }

    /** One line each, none broken by a name. */
    @Test
    void theManifestNamesEachOnce() {
        assertThat(bundle.text("manifest-sha512.txt").lines().filter(line -> line.contains(FOLDER)))
                .allMatch(line -> line.matches("[0-9a-f]{128} +" + FOLDER + ".*"))
                .extracting(line -> line.substring(line.indexOf(FOLDER) + FOLDER.length()))
                .containsExactlyInAnyOrderElementsOf(AwkwardNames.byArrival().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void theIndexListsEachAndLeadsToIt(String language) {
        String page = "data/report/" + language + "/shared-hosting_user-data_files_1.html";
        Map<String, String> listed = new TreeMap<>();
        for (MatchResult row : ROW.matcher(bundle.text(page)).results().toList()) {
            listed.put(unescaped(row.group("name")), row.group("href") == null ? "" : unescaped(row.group("href")));
        }

        assertThat(listed.keySet())
                .containsExactlyInAnyOrderElementsOf(AwkwardNames.byArrival().keySet());
        assertThat(listed).allSatisfy((name, href) -> {
            Path target = Path.of(page).getParent().resolve(URI.create(href).getPath());
            assertThat(target.normalize()).hasToString(FOLDER + name);
        });
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
