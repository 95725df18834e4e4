package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a backend holds, in the report it is text. */
@Tag("slow")
class HostileContentTest {
    private static final String MARKUP =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)><style>*{display:none}</style>{page.back}\u2028";

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    private UnpackedBundle bundle;

    @BeforeEach
    void bundle(@TempDir Path folder) throws IOException {
        bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing")
                .extract(
                        "whois-domain",
                        draft -> draft.records(
                                "domains.service-fulfilment",
                                "contacts",
                                MARKUP,
                                List.of("name:" + MARKUP.replace(":", "") + ":name", "email:E-pošta:email"),
                                List.of(Map.of("name", MARKUP, "email", "=HYPERLINK(\"http://zlo.example\")"))))
                .extract(
                        "hosting",
                        draft -> draft.file(
                                        "shared-hosting.user-data.files",
                                        "../../../etc/<img src=x onerror=alert(3)>.html",
                                        "text/html",
                                        "<script>alert(4)</script>")
                                .file(
                                        "shared-hosting.user-data.files",
                                        "slika.svg",
                                        "image/svg+xml",
                                        "<svg onload='alert(5)'/>")
                                .file("shared-hosting.user-data.files", "javascript:alert(6).txt", "text/plain", "x"))
                .notNeeded("dostavljalec", "website-builder")
                .bundle());
    }

    @Test
    void pagesHoldOnlyTheirOwnElements() {
        assertThat(pages()).hasSizeGreaterThan(20).allSatisfy(page -> {
            List<String> tags = TAG.matcher(bundle.text(page).replaceAll("\"[^\"<]*\"", "\"\""))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(tags)
                    .as(page)
                    .noneMatch(tag -> tag.matches("<(img|svg|iframe|object|embed|base|link)\\b.*"))
                    .noneMatch(tag -> tag.matches("<[^>]*\\s(on[a-z]+|src|style|srcset)=.*"));
            assertThat(tags.stream().filter(tag -> tag.startsWith("<script")))
                    .as(page)
                    .hasSize(page.endsWith("search.html") ? 2 : 0);
            assertThat(tags.stream().filter(tag -> tag.startsWith("<style"))).hasSize(1);
        });
    }

    @Test
    void collectedTextIsShownAsItIs() {
        assertThat(bundle.text("data/report/sl/domains_service-fulfilment_contacts_1.html"))
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", "{page.back}");
        assertThat(bundle.text("data/report/sl/search.html")).contains("\\u003cscript\\u003ealert(1)");
    }

    @Test
    void everyPageForbidsLoadingAnything() {
        assertThat(pages()).allSatisfy(page -> {
            String html = bundle.text(page);
            assertThat(html)
                    .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;");
            assertThat(html).doesNotContain("unsafe-inline", "href=\"http", "href=\"//");
        });
    }

    @Test
    void filesThatCouldRunAreNamedButNotLinked() {
        String files = bundle.text("data/report/sl/shared-hosting_user-data_files_1.html");

        assertThat(files).contains("slika.svg", "onerror=alert(3)");
        assertThat(HREF.matcher(files).results().map(found -> found.group(1)))
                .noneMatch(href -> href.contains("user-data/") && href.matches(".*\\.(html|svg)"))
                .noneMatch(href -> href.startsWith("javascript"))
                .anyMatch(href -> href.endsWith("alert%286%29.txt"));
    }

    @Test
    void namesStayInsideTheBundleAndFormulasStayText() {
        assertThat(bundle.files().keySet()).noneMatch(name -> name.contains("..") || name.contains("<"));
        assertThat(bundle.text("data/domains/service-fulfilment/contacts.csv")).contains("\"'=HYPERLINK(");
    }

    private List<String> pages() {
        return bundle.files().keySet().stream()
                .filter(name -> name.equals("data/index.html")
                        || name.equals("data/information.html")
                        || name.startsWith("data/report/") && name.endsWith(".html"))
                .toList();
    }
}
