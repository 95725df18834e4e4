package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static si.vpogled.testing.Api.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.CollectionEnded;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** What is withheld of what was found, after a source was asked again. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class FoundAgainTest {
    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @Inject
    Event<CollectionEnded> ended;

    @Test
    void after_a_source_was_asked_again_what_is_found_again_stays_withheld() {
        FoundCase one = FoundCase.inReview(mailbox);
        one.withheld("\"record\": 1").then().statusCode(200);
        statement("update withheld_part set attempt = 0, record = 77 where request_id = ?1", one);
        as(DemoStaff.CLERK, "{}")
                .post(FoundCase.STAFF + one.reference() + "/release")
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
                .post(FoundCase.STAFF + one.reference() + "/release")
                .then()
                .statusCode(204);
    }

    @Test
    void a_record_stays_withheld_when_its_source_is_really_asked_again_and_its_value_is_nowhere() throws IOException {
        FoundCase one = FoundCase.inReview(mailbox);
        one.withheld("\"record\": 1").then().statusCode(200);
        String number = one.firstNumber();

        as(DemoStaff.CLERK, "{}")
                .post(FoundCase.STAFF + one.reference() + "/runs/billing/retry")
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from withheld_part where request_id = ?1 and record = 1"
                                        + " and attempt > 1 and not lost",
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
        FoundCase one = FoundCase.inReview(mailbox);
        cases.withheldPart(one.reference(), "billing", FoundCase.INVOICES, FoundCase.REASON);
        cases.withheldPart(
                one.reference(), "whois-domain", "domains/service-fulfilment/domains.json", FoundCase.REASON);
        statement("update run set extract_key = 'none' where connector = 'billing' and request_id = ?1", one);

        endCollection(one);

        await().atMost(Duration.ofSeconds(120)).until(() -> sought(one, "whois-domain") == 1);
        assertThat(sought(one, "billing")).isZero();
    }

    @Test
    void after_a_source_was_asked_again_what_is_not_found_is_decided_anew_and_release_waits() {
        FoundCase one = FoundCase.inReview(mailbox);
        one.withheld("\"record\": 1").then().statusCode(200);
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
                .post(FoundCase.STAFF + one.reference() + "/release")
                .then()
                .statusCode(204);
    }

    @Test
    void what_a_colleague_put_back_since_the_page_was_opened_goes_out_only_when_it_was_seen() {
        FoundCase one = FoundCase.inReview(mailbox);
        one.withheld("\"record\": 1").then().statusCode(200);
        String seenByProgram = version(one);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        Response opened = clerk.get(one.console());
        String seen = PageVisitor.hidden(opened, "version");
        PageVisitor colleague = PageVisitor.staff(DemoStaff.APPROVER);
        Matcher part = Pattern.compile("/parts/([0-9a-f-]{36})/restore")
                .matcher(colleague.get(one.console()).asString());
        assertThat(part.find()).isTrue();
        colleague
                .post(one.console() + "/parts/" + part.group(1) + "/restore", Map.of())
                .then()
                .statusCode(303);

        Response refused = clerk.post(one.console() + "/release", Map.of("version", seen));

        refused.then()
                .statusCode(409)
                .body(containsString("Odgovor je zdaj drugačen"))
                .body(containsString("href=\"#release-preview\""))
                .body(containsString("id=\"release-preview\" href=\"" + one.console() + "/preview/index.html\""));
        clerk.post(one.console() + "/release?lang=en", Map.of("version", seen))
                .then()
                .statusCode(409)
                .body(containsString("The answer is another one now"));
        clerk.post(one.console() + "/release", Map.of()).then().statusCode(409);
        as(DemoStaff.CLERK, "{\"answerVersion\": \"" + seenByProgram + "\"}")
                .post(FoundCase.STAFF + one.reference() + "/release")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/answer-changed"));
        one.awaitState("in-review");
        assertThat(PageVisitor.hidden(refused, "version"))
                .isEqualTo(version(one))
                .isNotEqualTo(seen);
        clerk.post(one.console() + "/release", Map.of("version", PageVisitor.hidden(refused, "version")))
                .then()
                .statusCode(303);
    }

    private static String version(FoundCase one) {
        return as(DemoStaff.CLERK).get(FoundCase.STAFF + one.reference()).path("answerVersion");
    }

    private long sought(FoundCase one, String connector) {
        return cases.number(
                "select count(*) from withheld_part where request_id = ?1 and connector = ?2 and attempt > 0",
                cases.id(one.reference()),
                connector);
    }

    private void statement(String sql, FoundCase one) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter(1, cases.id(one.reference()))
                        .executeUpdate());
    }

    private void endCollection(FoundCase one) {
        QuarkusTransaction.requiringNew().run(() -> ended.fire(new CollectionEnded(cases.id(one.reference()))));
    }
}
