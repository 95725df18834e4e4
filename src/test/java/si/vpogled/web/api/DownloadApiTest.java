package si.vpogled.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.signedIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.Metrics;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** The whole way by the API alone: from the form to the last byte. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class DownloadApiTest {
    private static final String STAFF = "/api/v1/staff/requests/";

    @TestHTTPResource(value = "/metrics", management = true)
    URL management;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    @Inject
    StagedCases cases;

    @Test
    void a_request_is_answered_and_its_bundle_downloaded_whole_and_in_parts() throws NoSuchAlgorithmException {
        Map<String, Double> before = Metrics.read(management);
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);

        as(DemoStaff.CLERK).post(STAFF + reference + "/acceptance").then().statusCode(204);
        awaitState(session, reference, "in-review");
        staffSeeWhatWasFound(reference);
        as(DemoStaff.CLERK, "{}").post(STAFF + reference + "/release").then().statusCode(204);
        awaitState(session, reference, "ready");

        Response ready = signedIn(session).get("/api/v1/requests/" + reference);
        ready.then().body("sources.progress", everyItem(equalTo("zbrano")));
        String href = ready.path("bundles[0].href");
        String sha256 = ready.path("bundles[0].sha256");
        int size = ready.path("bundles[0].size");

        byte[] whole = wholeFile(session, href, sha256, size);
        partsOfTheFile(session, href, sha256, whole);
        signedIn(session).header("Range", "bytes=0-9").get(href).then().statusCode(206);
        // at least: what others have made and fetched is counted with it, and what was sent may be counted after it
        // came
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Metrics.more(before, Metrics.read(management)))
                        .hasEntrySatisfying(
                                "vpogled_bundle_bytes_count",
                                more -> assertThat(more).isGreaterThanOrEqualTo(1))
                        .hasEntrySatisfying(
                                "vpogled_bundle_bytes_sum",
                                more -> assertThat(more).isGreaterThanOrEqualTo(size))
                        .hasEntrySatisfying(
                                "vpogled_downloads_total{complete=\"true\"}",
                                more -> assertThat(more).isGreaterThanOrEqualTo(3))
                        .hasEntrySatisfying(
                                "vpogled_downloads_total{complete=\"false\"}",
                                more -> assertThat(more).isGreaterThanOrEqualTo(1)));
        ranges(session, href, size);
        // the whole, its first bytes, and what was asked for as a part but sent whole: not what went on with the first
        assertThat(downloads(reference)).isEqualTo(4);
        assertThat(Metrics.text(management))
                .as("nothing of the case or its subject")
                .doesNotContain(reference, session, DemoCustomers.PRIVATE_EMAIL, "100101");
    }

    @Test
    void what_is_withheld_is_not_in_the_file_and_what_is_put_back_is() throws IOException {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK).post(STAFF + reference + "/acceptance").then().statusCode(204);
        awaitState(session, reference, "in-review");

        withholdByApi(reference, "domains.legal-framework.name");
        withholdByApi(reference, "domains.legal-framework.address");
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        withholdInConsole(clerk, reference, "domains.legal-framework.email");
        withholdInConsole(clerk, reference, "domains.service-fulfilment.manager");
        as(DemoStaff.CLERK)
                .delete(STAFF + reference + "/withheld-items/domains.legal-framework.address")
                .then()
                .statusCode(204);
        clerk.post("/console/cases/" + reference + "/items/domains.service-fulfilment.manager/restore", Map.of())
                .then()
                .statusCode(303);

        staffSeeWhatIsWithheld(reference);
        as(DemoStaff.CLERK, "{}").post(STAFF + reference + "/release").then().statusCode(204);
        awaitState(session, reference, "ready");
        String href = signedIn(session).get("/api/v1/requests/" + reference).path("bundles[0].href");
        Map<String, JsonNode> files = jsonFiles(signedIn(session).get(href).asByteArray());

        JsonNode invoice =
                files.get("data/domains/legal-framework/invoices.json").at("/records/0");
        assertThat(invoice.has("number")).isTrue();
        assertThat(invoice.has("street")).as("put back").isTrue();
        assertThat(invoice.has("name")).as("withheld by the API").isFalse();
        assertThat(invoice.has("email")).as("withheld in the console").isFalse();
        Map<String, String> verdicts = new HashMap<>();
        files.get("data/completeness.json")
                .path("items")
                .forEach(line -> verdicts.put(
                        line.path("item").asText(), line.path("verdict").asText()));
        assertThat(verdicts)
                .containsEntry("domains.legal-framework.name", "withheld")
                .containsEntry("domains.legal-framework.email", "withheld")
                .containsEntry("domains.legal-framework.address", "delivered");
        assertThat(verdicts.get("domains.service-fulfilment.manager")).isNotEqualTo("withheld");
    }

    private static void withholdByApi(String reference, String item) {
        as(DemoStaff.CLERK, "{\"ground\": \"rights-of-others\", \"reason\": \"Podatek je tudi podatek drugega.\"}")
                .put(STAFF + reference + "/withheld-items/" + item)
                .then()
                .statusCode(204);
    }

    private static void withholdInConsole(PageVisitor clerk, String reference, String item) {
        String place = "/console/cases/" + reference + "/items/" + item;
        clerk.get(place).then().statusCode(200);
        clerk.post(place + "/withhold", Map.of("withhold-ground", "rights-of-others", "withhold-reason", ""))
                .then()
                .statusCode(422);
        clerk.post(
                        place + "/withhold",
                        Map.of("withhold-ground", "rights-of-others", "withhold-reason", "Podatek drugega."))
                .then()
                .statusCode(303);
    }

    private static void staffSeeWhatIsWithheld(String reference) {
        as(DemoStaff.AUDITOR)
                .get(STAFF + reference)
                .then()
                .body(
                        "withheld.item",
                        containsInAnyOrder("domains.legal-framework.name", "domains.legal-framework.email"))
                .body("withheld.ground", everyItem(equalTo("rights-of-others")))
                .body("history.action.count('item-withheld')", equalTo(4))
                .body("history.action.count('item-restored')", equalTo(2))
                .body("history.findAll { it.action == 'item-restored' }.actor", everyItem(equalTo("klara")));
    }

    private static Map<String, JsonNode> jsonFiles(byte[] zip) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> files = new HashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (name.endsWith(".json")) {
                    files.put(name, json.readTree(archive.readAllBytes()));
                }
            }
        }
        return files;
    }

    private void staffSeeWhatWasFound(String reference) {
        as(DemoStaff.AUDITOR)
                .get(STAFF + reference)
                .then()
                .statusCode(200)
                .body("runs.state", everyItem(equalTo("answered")))
                .body("runs.find { it.connector == 'billing' }.title", equalTo("Obračun"))
                .body(
                        "runs.find { it.connector == 'billing' }.items"
                                + ".find { it.item == 'domains.legal-framework.name' }.outcome",
                        equalTo("found"))
                .body("proofs[0].method", equalTo("mailed-link"))
                .body("history.action.count('viewed')", equalTo(1));
    }

    @Test
    void what_does_not_begin_at_the_beginning_is_on_record_too_and_what_was_not_given_out_is_not() throws IOException {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK).post(STAFF + reference + "/acceptance").then().statusCode(204);
        awaitState(session, reference, "in-review");
        as(DemoStaff.CLERK, "{}").post(STAFF + reference + "/release").then().statusCode(204);
        awaitState(session, reference, "ready");
        String href = signedIn(session).get("/api/v1/requests/" + reference).path("bundles[0].href");

        signedIn(session).header("Range", "bytes=1-").get(href).then().statusCode(206);
        assertThat(downloads(reference)).isEqualTo(1);
        signedIn(session).header("Range", "bytes=2-").get(href).then().statusCode(206);
        assertThat(downloads(reference)).as("it goes on").isEqualTo(1);
        signedIn(session).header("Range", "bytes=-99999999999").get(href).then().statusCode(206);
        assertThat(downloads(reference)).as("all of it").isEqualTo(2);
        signedIn(session).header("Range", "items=0-").get(href).then().statusCode(200);
        assertThat(downloads(reference)).as("all of it").isEqualTo(3);

        withoutTheStore(reference, () -> {
            Response told = signedIn(session).get(href);
            told.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "60")
                    .body("type", equalTo("/problems/download-later"));
            assertThat(told.<String>path("detail")).contains("Vaš odgovor ni izgubljen", told.<String>path("id"));
            signedIn(session).head(href).then().statusCode(503).header("Retry-After", "60");
            onPage("sl", session, "Odgovora trenutno ni mogoče prenesti");
            onPage("en", session, "The answer cannot be downloaded at the moment");
        });
        assertThat(downloads(reference)).as("nothing was given out").isEqualTo(3);
        signedIn(session).get(href).then().statusCode(200);
    }

    private static void onPage(String language, String session, String title) {
        PageVisitor.subject(language, session)
                .get("/case/bundles/1")
                .then()
                .statusCode(503)
                .contentType("text/html")
                .header("Retry-After", "60")
                .body(containsString("<h1>" + title + "</h1>"));
    }

    /** As where its folder is not mounted; what others have in it stays where it is. */
    private void withoutTheStore(String reference, Runnable meanwhile) throws IOException {
        Path bundles = store.resolve("requests/" + cases.id(reference) + "/bundles");
        Path uploads = store.resolve(".uploads");
        Path away = Files.createDirectory(store.resolveSibling("away-" + reference));
        Files.move(bundles, away.resolve("bundles"));
        Files.move(uploads, away.resolve("uploads"));
        try {
            meanwhile.run();
        } finally {
            Files.move(away.resolve("uploads"), uploads);
            Files.move(away.resolve("bundles"), bundles);
        }
    }

    private static int downloads(String reference) {
        return as(DemoStaff.CLERK).get(STAFF + reference).path("history.action.count { it == 'downloaded' }");
    }

    private byte[] wholeFile(String session, String href, String sha256, int size) throws NoSuchAlgorithmException {
        Response whole = signedIn(session).get(href);
        whole.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Accept-Ranges", "bytes")
                .header("ETag", '"' + sha256 + '"')
                .header("Content-Length", Integer.toString(size))
                .header("Content-Disposition", equalTo("attachment; filename=\"" + name(href) + "\""))
                .header("Cache-Control", "no-store");
        byte[] content = whole.asByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(sha256);
        signedIn(session)
                .head(href)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(size))
                .header("ETag", '"' + sha256 + '"');
        return content;
    }

    private static String name(String href) {
        String[] parts = href.split("/");
        return parts[4] + "-" + parts[6] + ".zip";
    }

    private void partsOfTheFile(String session, String href, String sha256, byte[] whole) {
        int half = whole.length / 2;
        Response rest = signedIn(session)
                .header("Range", "bytes=" + half + "-")
                .header("If-Range", '"' + sha256 + '"')
                .get(href);
        rest.then()
                .statusCode(206)
                .header("Content-Range", "bytes " + half + "-" + (whole.length - 1) + "/" + whole.length);
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, half, whole.length));

        Response end = signedIn(session).header("Range", "bytes=-22").get(href);
        end.then().statusCode(206);
        assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 22, whole.length));
    }

    private void ranges(String session, String href, int size) {
        signedIn(session)
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(href)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(size));
        signedIn(session)
                .header("Range", "bytes=" + size + "-")
                .get(href)
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + size);
        signedIn(session).header("Range", "bytes=0-1,4-5").get(href).then().statusCode(200);
    }

    private static void awaitState(String session, String reference, String state) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals(state));
    }
}
