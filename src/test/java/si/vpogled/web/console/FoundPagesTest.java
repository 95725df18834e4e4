package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.signedIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.CollectionEnded;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** What was found, seen record by record; parts of it withheld; the report seen before it is released. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class FoundPagesTest {
    private static final String STAFF = "/api/v1/staff/requests/";
    private static final String ITEM = "domains.legal-framework.name";
    private static final String INVOICES = "domains/legal-framework/invoices.json";
    private static final String REASON = "Podatek je tudi podatek drugega.";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @Inject
    Event<CollectionEnded> ended;

    @Test
    void each_found_item_leads_to_its_entries_and_these_to_their_first_records() {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);

        clerk.get(one.console()).then().body(containsString("href=\"" + one.item() + "\""));
        String entry = one.entry(clerk);
        clerk.get(entry)
                .then()
                .statusCode(200)
                .body(containsString("application/json, text/csv"))
                .body(containsString("Zapisi od 1 do"))
                .body(containsString(entry + "/records/1\""));
        clerk.get(entry + "/records/1").then().statusCode(200).body(containsString("polje »E-poštni naslov«"));
        clerk.get(entry + "/records/999999").then().statusCode(404);
        clerk.get(one.item() + "/entries/9999").then().statusCode(404);
        clerk.get(entry + "?after=999999").then().statusCode(200).body(containsString("Zbirka nima zapisov"));
    }

    @Test
    void each_look_at_what_was_found_is_in_the_history_with_item_and_entry() {
        Case one = inReview();
        PageVisitor auditor = PageVisitor.staff(DemoStaff.AUDITOR);
        String entry = one.entry(auditor);
        auditor.get(entry);
        auditor.get(entry + "/records/1").then().body(not(containsString("<form method=\"post\" action=\"" + entry)));

        auditor.get(one.console()).then().body(containsString("zapis 1–20")).body(containsString("zapis 1<"));
        as(DemoStaff.AUDITOR)
                .get(STAFF + one.reference())
                .then()
                .body("history.findAll { it.detail.what == 'found' }.detail.item", everyItem(equalTo(ITEM)))
                .body("history.findAll { it.detail.what == 'found' }", hasSize(3));
    }

    @Test
    void what_the_preview_shows_is_what_is_released_and_the_withheld_value_is_nowhere() throws IOException {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry + "/records/1");
        clerk.post(entry + "/withhold", Map.of("record", "1", "withhold-reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#withhold-what\""))
                .body(containsString("href=\"#withhold-reason\""));
        withhold(clerk, entry, "1", "field:number");
        String number = first(one, "number");
        clerk.get(entry).then().body(containsString("<span class=\"mark\">zadržano</span>"));

        Map<String, Response> shown = new LinkedHashMap<>();
        for (String page : new String[] {
            "index.html",
            "report/en/index.html",
            "report/sl/domains.html",
            "report/sl/domains_legal-framework_invoices_1.html",
            "report/en/domains_legal-framework_invoices_1.html",
            "information.html"
        }) {
            shown.put(page, clerk.get(one.console() + "/preview/" + page));
        }
        shown.values()
                .forEach(page -> page.then()
                        .statusCode(200)
                        .header("Content-Security-Policy", containsString("sandbox allow-same-origin"))
                        .header("Content-Security-Policy", containsString("default-src 'none'")));
        clerk.get(one.console() + "/preview/none.html").then().statusCode(404);
        assertThat(cases.number(
                        "select count(*) from history where request_id = ?1 and action = 'viewed'"
                                + " and detail->>'what' = 'preview'",
                        cases.id(one.reference())))
                .as("each page of the report that was asked for, and the one that is not there")
                .isEqualTo(shown.size() + 1L);
        clerk.get(one.console() + "/preview/report/sl/search.html").then().statusCode(404);
        clerk.get(one.console() + "/preview/report/sl/search/1.js").then().statusCode(404);

        Map<String, byte[]> bundle = one.released();
        shown.forEach((page, seen) -> assertThat(new String(bundle.get("data/" + page), StandardCharsets.UTF_8))
                .as(page)
                .isEqualTo(seen.asString()));
        assertThat(new String(
                        bundle.get("data/report/sl/domains_legal-framework_invoices_1.html"), StandardCharsets.UTF_8))
                .contains("zadržano (15. člen (4) Splošne uredbe): " + REASON);
        // payments name invoices by number as well, and stay
        bundle.forEach((name, content) -> {
            if (name.contains("invoices")) {
                assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain(number);
            }
        });
        JsonNode records =
                new ObjectMapper().readTree(bundle.get("data/" + INVOICES)).path("records");
        assertThat(records.get(0).has("number")).isFalse();
        assertThat(records.get(0).has("name")).isTrue();
    }

    @Test
    void a_withheld_field_is_told_by_its_label_wherever_it_is_told() {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        byApi(one, "\"field\": \"email\"").then().statusCode(200);

        for (String page : new String[] {one.console(), one.item(), entry, entry + "/records/1"}) {
            clerk.get(page)
                    .then()
                    .body(containsString(
                            "<strong>Računi (Domene): polje »E-poštni naslov« v vseh zapisih</strong> <small"))
                    .body(not(containsString("»email«")));
        }
        clerk.get(one.console())
                .then()
                .body(containsString("E-poštni naslov · "))
                .body(containsString(" · Računi (Domene)"))
                .body(containsString("<small class=\"muted entry-name\"><bdi>" + INVOICES + "</bdi></small></td>"))
                .body(not(containsString("· email")))
                .body(not(containsString(">email")));
    }

    @Test
    void a_wrong_form_of_a_record_comes_back_on_its_page_with_what_was_typed() {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String record = one.entry(clerk) + "/records/1";
        clerk.get(record);

        clerk.post(
                        one.entry(clerk) + "/withhold",
                        Map.of("entry", INVOICES, "record", "1", "print", "x", "withhold-reason", REASON))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#withhold-what\""))
                .body(containsString("href=\"" + record + "?lang=en\""))
                .body(containsString(">" + REASON + "</textarea>"));
    }

    @Test
    void a_part_is_withheld_and_put_back_by_the_api() {
        Case one = inReview();

        String id = byApi(one, "\"record\": 1").then().statusCode(200).extract().path("id");
        byApi(one, "\"field\": \"email\"").then().statusCode(200);
        byApi(one, "\"record\": 1, \"field\": \"email\"").then().statusCode(200);
        byApi(one, "\"record\": 999999").then().statusCode(404);
        byApi(one, "\"field\": \"none\"").then().statusCode(404);
        as(DemoStaff.AUDITOR)
                .get(STAFF + one.reference())
                .then()
                .body("withheldParts", hasSize(3))
                .body("withheldParts.entry", everyItem(equalTo(INVOICES)))
                .body("withheldParts.decideAnew", everyItem(equalTo(false)));

        as(DemoStaff.CLERK)
                .delete(STAFF + one.reference() + "/withheld-parts/" + id)
                .then()
                .statusCode(204);
        as(DemoStaff.CLERK)
                .delete(STAFF + one.reference() + "/withheld-parts/" + id)
                .then()
                .statusCode(404);
        as(DemoStaff.AUDITOR).get(STAFF + one.reference()).then().body("withheldParts", hasSize(2));
    }

    @Test
    void parts_are_withheld_in_review_only() throws IOException {
        Case one = inReview();
        one.released();

        byApi(one, "\"record\": 1").then().statusCode(409);
    }

    @Test
    void a_form_of_a_page_whose_record_has_changed_since_withholds_nothing() {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry + "/records/1");

        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry", INVOICES,
                                "record", "1",
                                "print", "00112233445566778899aabbccddeeff",
                                "withhold-what", "all",
                                "withhold-ground", "rights-of-others",
                                "withhold-reason", REASON))
                .then()
                .statusCode(404)
                .body(containsString("Tega dela ni"))
                .body(containsString("href=\"" + entry + "/records/1?lang=en\""))
                .body(containsString(">" + REASON + "</textarea>"));
    }

    @Test
    void a_form_of_a_case_that_has_left_review_since_comes_back_with_the_reason() throws IOException {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        String print = PageVisitor.hidden(clerk.get(entry + "/records/1"), "print");
        one.released();

        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry",
                                INVOICES,
                                "record",
                                "1",
                                "print",
                                print,
                                "withhold-what",
                                "all",
                                "withhold-ground",
                                "rights-of-others",
                                "withhold-reason",
                                REASON))
                .then()
                .statusCode(409)
                .body(containsString("V tem stanju to ni mogoče"))
                .body(containsString(">" + REASON + "</textarea>"));
    }

    @Test
    void after_a_source_was_asked_again_what_is_found_again_stays_withheld() {
        Case one = inReview();
        byApi(one, "\"record\": 1").then().statusCode(200);
        statement("update withheld_part set attempt = 0, record = 77 where request_id = ?1", one);
        as(DemoStaff.CLERK, "{}")
                .post(STAFF + one.reference() + "/release")
                .then()
                .statusCode(409);

        endCollection(one);

        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from withheld_part where request_id = ?1 and record = 1"
                                        + " and attempt > 0 and not lost",
                                cases.id(one.reference()))
                        == 1);
        as(DemoStaff.CLERK, "{}")
                .post(STAFF + one.reference() + "/release")
                .then()
                .statusCode(204);
    }

    @Test
    void a_record_stays_withheld_when_its_source_is_really_asked_again_and_its_value_is_nowhere() throws IOException {
        Case one = inReview();
        byApi(one, "\"record\": 1").then().statusCode(200);
        String number = first(one, "number");

        as(DemoStaff.CLERK, "{}")
                .post(STAFF + one.reference() + "/runs/billing/retry")
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from withheld_part where request_id = ?1 and record = 1"
                                        + " and attempt = 2 and not lost",
                                cases.id(one.reference()))
                        == 1);
        one.awaitState("in-review");
        one.released().forEach((name, content) -> {
            if (name.contains("invoices")) {
                assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain(number);
            }
        });
    }

    @Test
    void an_extract_that_cannot_be_read_keeps_no_other_sources_parts_from_being_sought() {
        Case one = inReview();
        cases.withheldPart(one.reference(), "billing", INVOICES, REASON);
        cases.withheldPart(one.reference(), "whois-domain", "domains/service-fulfilment/domains.json", REASON);
        statement("update run set extract_key = 'none' where connector = 'billing' and request_id = ?1", one);

        endCollection(one);

        await().atMost(Duration.ofSeconds(120)).until(() -> sought(one, "whois-domain") == 1);
        assertThat(sought(one, "billing")).isZero();
    }

    private long sought(Case one, String connector) {
        return cases.number(
                "select count(*) from withheld_part where request_id = ?1 and connector = ?2 and attempt = 1",
                cases.id(one.reference()),
                connector);
    }

    @Test
    void after_a_source_was_asked_again_what_is_not_found_is_decided_anew_and_release_waits() {
        Case one = inReview();
        byApi(one, "\"record\": 1").then().statusCode(200);
        statement("update withheld_part set attempt = 0, print = 'ffff' where request_id = ?1", one);

        endCollection(one);

        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from withheld_part where request_id = ?1 and lost",
                                cases.id(one.reference()))
                        == 1);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String page = clerk.get(one.console()).asString();
        assertThat(page)
                .contains("Odločite znova")
                .contains("zadržanega podatka v novem odgovoru vira ni več: odločite znova");
        assertThat(cases.number(
                        "select count(*) from history where request_id = ?1 and action = 'withholding-lost' and"
                                + " detail->>'connector' = 'billing' and detail->>'record' = '1'",
                        cases.id(one.reference())))
                .isEqualTo(1);
        clerk.post(one.console() + "/release", Map.of()).then().statusCode(409).body(containsString("znova odločiti"));
        clerk.get(one.console() + "/preview/index.html").then().statusCode(409);
        Matcher part = Pattern.compile("/parts/([0-9a-f-]{36})/restore").matcher(page);
        assertThat(part.find()).isTrue();
        clerk.get(one.console());
        clerk.post(one.console() + "/parts/" + part.group(1) + "/restore", Map.of())
                .then()
                .statusCode(303);
        as(DemoStaff.CLERK, "{}")
                .post(STAFF + one.reference() + "/release")
                .then()
                .statusCode(204);
    }

    @Test
    void a_column_a_record_and_a_whole_entry_are_withheld_by_forms_alone() throws IOException {
        Case one = inReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry).then().body(containsString("value=\"field:email\""));

        withholdOfEntry(clerk, entry, "field:email");
        withhold(clerk, entry, "1", "all");
        as(DemoStaff.AUDITOR)
                .get(STAFF + one.reference())
                .then()
                .body("withheldParts.findAll { it.field == 'email' && it.record == null }", hasSize(1))
                .body("withheldParts.findAll { it.field == null && it.record == 1 }", hasSize(1));
        clerk.get(one.console() + "/preview/report/sl/domains_legal-framework_invoices_1.html")
                .then()
                .body(not(containsString(DemoCustomers.PRIVATE_EMAIL)));
        withholdOfEntry(clerk, entry, "all");

        Map<String, byte[]> bundle = one.released();
        assertThat(bundle).doesNotContainKey("data/" + INVOICES);
        assertThat(new String(bundle.get("data/report/sl/domains.html"), StandardCharsets.UTF_8))
                .contains(REASON);
    }

    private static void withholdOfEntry(PageVisitor clerk, String entry, String what) {
        clerk.get(entry);
        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry", INVOICES,
                                "withhold-what", what,
                                "withhold-ground", "rights-of-others",
                                "withhold-reason", REASON))
                .then()
                .statusCode(303);
    }

    private static void withhold(PageVisitor clerk, String entry, String record, String what) {
        String print = PageVisitor.hidden(clerk.get(entry + "/records/" + record), "print");
        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry", INVOICES,
                                "record", record,
                                "print", print,
                                "withhold-what", what,
                                "withhold-ground", "rights-of-others",
                                "withhold-reason", REASON))
                .then()
                .statusCode(303);
    }

    /** A value of the first record, as its page shows it. */
    private static String first(Case one, String field) {
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String page = clerk.get(one.entry(clerk) + "/records/1").asString();
        String label = field.equals("number") ? "Številka računa" : field;
        Matcher value = Pattern.compile("<dt>" + label + "</dt><dd class=\"written\"><bdi>([^<]+)</bdi>")
                .matcher(page);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static Response byApi(Case one, String part) {
        return as(
                        DemoStaff.CLERK,
                        "{\"entry\": \"" + INVOICES + "\", " + part
                                + ", \"ground\": \"rights-of-others\", \"reason\": \"" + REASON + "\"}")
                .post(STAFF + one.reference() + "/withheld-parts");
    }

    private void statement(String sql, Case one) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter(1, cases.id(one.reference()))
                        .executeUpdate());
    }

    private void endCollection(Case one) {
        QuarkusTransaction.requiringNew().run(() -> ended.fire(new CollectionEnded(cases.id(one.reference()))));
    }

    private Case inReview() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK).post(STAFF + reference + "/acceptance").then().statusCode(204);
        Case one = new Case(reference, session);
        one.awaitState("in-review");
        return one;
    }

    private record Case(String reference, String session) {
        String console() {
            return "/console/cases/" + reference;
        }

        String item() {
            return console() + "/items/" + ITEM;
        }

        /** The address of the invoices. */
        String entry(PageVisitor reader) {
            String page = reader.get(item()).then().statusCode(200).extract().asString();
            Matcher link = Pattern.compile("href=\"([^\"]+/entries/[0-9]+)\"><bdi>Računi<")
                    .matcher(page);
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
            as(DemoStaff.CLERK, "{}")
                    .post(STAFF + reference + "/release")
                    .then()
                    .statusCode(204);
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
    }
}
