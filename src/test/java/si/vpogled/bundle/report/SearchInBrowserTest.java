package si.vpogled.bundle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.SampleBundle;
import si.vpogled.testing.SystemBrowser;

/** The unpacked report in a real browser, from disk, under its own content security policy. */
@Tag("slow")
class SearchInBrowserTest {
    private static final int CONTACTS = 100_000;
    private static final String MARKUP = "Zadnjik </script><script>document.title='odprto'</script>\u2028<b>krepko</b>";

    @TempDir
    static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        unpack(SampleBundle.customer(folder), folder);
        Path list = Files.createDirectories(folder.resolve("list"));
        unpack(SampleBundle.contacts(list, CONTACTS, MARKUP), list);
    }

    private static void unpack(Path bundle, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }

    @Test
    void recordsAreFoundWithoutTheirCarons() throws Exception {
        String page = search("sl", "cucek zagar");

        assertThat(page)
                .contains("Zadetki: ")
                .contains("href=\"../../report/sl/domains_service-fulfilment_contacts_1.html#r1\"")
                .contains("<mark>Čuček</mark>");
    }

    @Test
    void filesAndContactsAreFoundByName() throws Exception {
        assertThat(search("en", "češnja")).contains("shared-hosting_user-data_files_1.html");
        assertThat(search("en", "stik619@example.test")).contains("dostavljalec_user-data_contact-lists_3.html");
    }

    @Test
    void thePenultimateOfAHundredThousandContactsIsFoundAndLinkedTo() throws Exception {
        for (String language : List.of("sl", "en")) {
            assertThat(searchList(language, "stik99999@example.test"))
                    .contains(language.equals("sl") ? "Zadetki: 1<" : "Found: 1<")
                    .contains("dostavljalec_user-data_contact-lists_400.html#r99999\"")
                    .contains("<mark>stik99999@example.test</mark>");
        }
        assertThat(Files.readString(folder.resolve(
                        "list/VP-7K3M-9QTX/data/report/sl/dostavljalec_user-data_contact-lists_400.html")))
                .contains("<tr id=\"r99999\">");
    }

    @Test
    void allWordsOfARecordAreFoundWhereverItStands() throws Exception {
        assertThat(searchList("sl", "ana 5 stik54321@")).contains("Zadetki: 1<", "#r54321\"");
        assertThat(searchList("sl", "stik54321@ stik54322@")).contains("Ni zadetkov.");
    }

    @Test
    void whatStandsInALaterPartOfTheIndexIsTextToo() throws Exception {
        String page = searchList("sl", "zadnjik");

        assertThat(page).contains("#r100000\"", "&lt;b&gt;krepko").doesNotContain("<title>odprto");
        try (Stream<Path> parts = Files.list(folder.resolve("list/VP-7K3M-9QTX/data/report/sl/search"))) {
            assertThat(parts.toList()).isNotEmpty().allSatisfy(part -> {
                assertThat(Files.size(part)).isLessThan(1_500_000);
                assertThat(Files.readString(part)).startsWith("searchPart(").doesNotContain("<", "\u2028");
            });
        }
    }

    @Test
    void aMissingPartOfTheIndexIsToldOf() throws Exception {
        Path part = folder.resolve("list/VP-7K3M-9QTX/data/report/en/search/2.js");
        Path aside = part.resolveSibling("aside");
        Files.move(part, aside);
        try {
            assertThat(searchList("en", "stik1@example.test"))
                    .contains("Found: 1", "A part of the index could not be opened");
        } finally {
            Files.move(aside, part);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(search("en", "nikjer-tega-ni")).contains("Nothing found.");
    }

    private static String search(String language, String words) throws Exception {
        return search(folder, language, words);
    }

    private static String searchList(String language, String words) throws Exception {
        return search(folder.resolve("list"), language, words);
    }

    private static String search(Path bundle, String language, String words) throws Exception {
        Path page = bundle.resolve("VP-7K3M-9QTX/data/report/" + language + "/search.html");
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        Process browser = new ProcessBuilder(
                        SystemBrowser.path().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--virtual-time-budget=30000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri() + "#q=" + query)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.waitFor()).isZero();
        return dom.replaceAll("(?s)<script.*?</script>", "");
    }
}
