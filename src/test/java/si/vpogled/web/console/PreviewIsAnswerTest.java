package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** The report seen before it is released is the one that is released, without what is withheld. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PreviewIsAnswerTest {
    /** What stands above the report, and is no part of it. */
    private static final Pattern AROUND = Pattern.compile("<nav class=\"notice\".*?</nav>\n", Pattern.DOTALL);

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Test
    void what_the_preview_shows_is_what_is_released_and_the_withheld_value_is_nowhere() throws IOException {
        FoundCase one = FoundCase.inReview(mailbox);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry + "/records/1");
        clerk.post(entry + "/withhold", Map.of("record", "1", "withhold-reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#withhold-what\""))
                .body(containsString("href=\"#withhold-reason\""));
        withhold(clerk, entry, "1", "field:number");
        String number = one.firstNumber();
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
        clerk.get(one.console());
        clerk.get(one.console() + "/messages");
        String told = clerk.get(one.console() + "/history").asString();
        assertThat(told)
                .contains("povzetek · predogled odgovora")
                .contains("informacije · predogled odgovora")
                .contains("Domene · predogled odgovora")
                .contains("Računi (Domene) · predogled odgovora · stran 1")
                .contains(">sporočila<")
                .contains(">stran zahteve<");
        assertThat(clerk.get(one.console() + "/history?lang=en").asString())
                .contains("preview of the answer · summary")
                .contains(">messages<")
                .contains(">history<");
        clerk.get(one.console() + "/preview/report/sl/search.html").then().statusCode(404);
        clerk.get(one.console() + "/preview/report/sl/search/1.js").then().statusCode(404);

        Map<String, byte[]> bundle = one.released();
        String back = "<a href=\"" + one.console() + "\">Nazaj na zahtevo " + one.reference() + "</a>";
        shown.forEach((page, seen) -> {
            assertThat(seen.asString()).as(page).contains(back);
            assertThat(new String(bundle.get("data/" + page), StandardCharsets.UTF_8))
                    .as(page)
                    .isEqualTo(AROUND.matcher(seen.asString()).replaceFirst(""));
        });
        assertThat(new String(
                        bundle.get("data/report/sl/domains_legal-framework_invoices_1.html"), StandardCharsets.UTF_8))
                .contains("zadržano (15. člen (4) Splošne uredbe): " + FoundCase.REASON);
        // payments name invoices by number as well, and stay
        bundle.forEach((name, content) -> {
            if (name.contains("invoices")) {
                assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain(number);
            }
        });
        JsonNode records = new ObjectMapper()
                .readTree(bundle.get("data/" + FoundCase.INVOICES))
                .path("records");
        assertThat(records.get(0).has("number")).isFalse();
        assertThat(records.get(0).has("name")).isTrue();
    }

    @Test
    void a_column_a_record_and_a_whole_entry_are_withheld_by_forms_alone() throws IOException {
        FoundCase one = FoundCase.inReview(mailbox);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry).then().body(containsString("value=\"field:email\""));

        withholdOfEntry(clerk, entry, "field:email");
        withhold(clerk, entry, "1", "all");
        as(DemoStaff.AUDITOR)
                .get(FoundCase.STAFF + one.reference())
                .then()
                .body("withheldParts.findAll { it.field == 'email' && it.record == null }", hasSize(1))
                .body("withheldParts.findAll { it.field == null && it.record == 1 }", hasSize(1));
        clerk.get(one.console() + "/preview/report/sl/domains_legal-framework_invoices_1.html")
                .then()
                .body(not(containsString(DemoCustomers.PRIVATE_EMAIL)));
        withholdOfEntry(clerk, entry, "all");

        Map<String, byte[]> bundle = one.released();
        assertThat(bundle).doesNotContainKey("data/" + FoundCase.INVOICES);
        assertThat(new String(bundle.get("data/report/sl/domains.html"), StandardCharsets.UTF_8))
                .contains(FoundCase.REASON);
    }

    private static void withholdOfEntry(PageVisitor clerk, String entry, String what) {
        clerk.get(entry);
        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry",
                                FoundCase.INVOICES,
                                "withhold-what",
                                what,
                                "withhold-ground",
                                "rights-of-others",
                                "withhold-reason",
                                FoundCase.REASON))
                .then()
                .statusCode(303);
    }

    private static void withhold(PageVisitor clerk, String entry, String record, String what) {
        String print = PageVisitor.hidden(clerk.get(entry + "/records/" + record), "print");
        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry",
                                FoundCase.INVOICES,
                                "record",
                                record,
                                "print",
                                print,
                                "withhold-what",
                                what,
                                "withhold-ground",
                                "rights-of-others",
                                "withhold-reason",
                                FoundCase.REASON))
                .then()
                .statusCode(303);
    }
}
