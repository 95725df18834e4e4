package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.signedIn;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;

/** A case whose sources have answered, and its invoices. */
record FoundCase(String reference, String session) {
    static final String STAFF = "/api/v1/staff/requests/";
    static final String ITEM = "domains.legal-framework.name";
    static final String INVOICES = "domains/legal-framework/invoices.json";
    static final String REASON = "Podatek je tudi podatek drugega.";

    static FoundCase inReview(String mailbox) {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK).post(STAFF + reference + "/acceptance").then().statusCode(204);
        FoundCase one = new FoundCase(reference, session);
        one.awaitState("in-review");
        return one;
    }

    String console() {
        return "/console/cases/" + reference;
    }

    String item() {
        return console() + "/items/" + ITEM;
    }

    /** The address of the invoices. */
    String entry(PageVisitor reader) {
        String page = reader.get(item()).then().statusCode(200).extract().asString();
        Matcher link =
                Pattern.compile("href=\"([^\"]+/entries/[0-9]+)\"><bdi>Računi<").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    void awaitState(String state) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals(state));
    }

    Map<String, byte[]> released() throws IOException {
        as(DemoStaff.CLERK, "{}").post(STAFF + reference + "/release").then().statusCode(204);
        awaitState("ready");
        String href = signedIn(session).get("/api/v1/requests/" + reference).path("bundles[0].href");
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(signedIn(session).get(href).asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Withholds a part of the invoices. */
    Response withheld(String part) {
        return as(
                        DemoStaff.CLERK,
                        "{\"entry\": \"" + INVOICES + "\", " + part
                                + ", \"ground\": \"rights-of-others\", \"reason\": \"" + REASON + "\"}")
                .post(STAFF + reference + "/withheld-parts");
    }

    /** Of the first invoice, as its page shows it. */
    String firstNumber() {
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String page = clerk.get(entry(clerk) + "/records/1").asString();
        Matcher value = Pattern.compile("<dt>Številka računa</dt><dd class=\"written\"><bdi>([^<]+)</bdi>")
                .matcher(page);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }
}
