package si.vpogled.bundle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @TempDir
    static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        try (ZipFile zip = new ZipFile(SampleBundle.customer(folder).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = folder.resolve(entry.getName());
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
                .contains("href=\"../../report/sl/domains_service-fulfilment_contacts_1.html\"")
                .contains("<mark>Čuček</mark>");
    }

    @Test
    void filesAndContactsAreFoundByName() throws Exception {
        assertThat(search("en", "češnja")).contains("shared-hosting_user-data_files_1.html");
        assertThat(search("en", "stik619@example.test")).contains("dostavljalec_user-data_contact-lists_3.html");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(search("en", "nikjer-tega-ni")).contains("Nothing found.");
    }

    private static String search(String language, String words) throws Exception {
        Path page = folder.resolve("VP-7K3M-9QTX/data/report/" + language + "/search.html");
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        Process browser = new ProcessBuilder(
                        SystemBrowser.path().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
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
