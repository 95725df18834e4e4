package si.vpogled.web.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** What was found, seen record by record, and forms by which parts of it are withheld. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class FoundPagesTest {
    private static final String LOOKS =
            "history.findAll { it.detail.what == 'found' && it.actor == '" + DemoStaff.AUDITOR.name() + "' }";
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String READY = "{\"kind\": \"ready\", \"since\": \"2030-01-01T00:00:00Z\", \"bundle\": 1,"
            + " \"availableUntil\": \"2031-05-06T10:00:00Z\"}";

    private static Optional<FoundCase> shared = Optional.empty();

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    /** One case for all tests that leave it as it was, or nearly: collecting takes its time. */
    private FoundCase anyInReview() {
        if (shared.isEmpty()) {
            shared = Optional.of(FoundCase.inReview(mailbox));
        }
        return shared.get();
    }

    @AfterEach
    void put_back() {
        shared.ifPresent(one -> {
            cases.move(one.reference(), REVIEW);
            statement("delete from withheld_part where request_id = ?1", one);
        });
    }

    @Test
    void each_found_item_leads_to_its_entries_and_these_to_their_first_records() {
        FoundCase one = anyInReview();
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
        FoundCase one = anyInReview();
        PageVisitor auditor = PageVisitor.staff(DemoStaff.AUDITOR);
        String entry = one.entry(auditor);
        auditor.get(entry);
        auditor.get(entry + "/records/1").then().body(not(containsString("<form method=\"post\" action=\"" + entry)));

        auditor.get(one.console()).then().body(containsString("zapis 1–20")).body(containsString("zapis 1<"));
        as(DemoStaff.AUDITOR)
                .get(FoundCase.STAFF + one.reference())
                .then()
                .body(LOOKS + ".detail.item", everyItem(equalTo(FoundCase.ITEM)))
                .body(LOOKS, hasSize(3));
    }

    @Test
    void a_withheld_field_is_told_by_its_label_wherever_it_is_told() {
        FoundCase one = anyInReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        one.withheld("\"field\": \"email\"").then().statusCode(200);

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
                .body(containsString(
                        "<small class=\"muted entry-name\"><bdi>" + FoundCase.INVOICES + "</bdi></small></td>"))
                .body(not(containsString("· email")))
                .body(not(containsString(">email")));
    }

    @Test
    void a_wrong_form_of_a_record_comes_back_on_its_page_with_what_was_typed() {
        FoundCase one = anyInReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String record = one.entry(clerk) + "/records/1";
        clerk.get(record);

        clerk.post(
                        one.entry(clerk) + "/withhold",
                        Map.of(
                                "entry",
                                FoundCase.INVOICES,
                                "record",
                                "1",
                                "print",
                                "x",
                                "withhold-reason",
                                FoundCase.REASON))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#withhold-what\""))
                .body(containsString("href=\"" + record + "?lang=en\""))
                .body(containsString(">" + FoundCase.REASON + "</textarea>"));
    }

    @Test
    void a_part_is_withheld_and_put_back_by_the_api() {
        FoundCase one = anyInReview();

        String id =
                one.withheld("\"record\": 1").then().statusCode(200).extract().path("id");
        one.withheld("\"field\": \"email\"").then().statusCode(200);
        one.withheld("\"record\": 1, \"field\": \"email\"").then().statusCode(200);
        one.withheld("\"record\": 999999").then().statusCode(404);
        one.withheld("\"field\": \"none\"").then().statusCode(404);
        as(DemoStaff.AUDITOR)
                .get(FoundCase.STAFF + one.reference())
                .then()
                .body("withheldParts", hasSize(3))
                .body("withheldParts.entry", everyItem(equalTo(FoundCase.INVOICES)))
                .body("withheldParts.decideAnew", everyItem(equalTo(false)));

        as(DemoStaff.CLERK)
                .delete(FoundCase.STAFF + one.reference() + "/withheld-parts/" + id)
                .then()
                .statusCode(204);
        as(DemoStaff.CLERK)
                .delete(FoundCase.STAFF + one.reference() + "/withheld-parts/" + id)
                .then()
                .statusCode(404);
        as(DemoStaff.AUDITOR).get(FoundCase.STAFF + one.reference()).then().body("withheldParts", hasSize(2));
    }

    @Test
    void parts_are_withheld_in_review_only() {
        FoundCase one = anyInReview();
        cases.move(one.reference(), READY);

        one.withheld("\"record\": 1").then().statusCode(409);
    }

    @Test
    void a_form_of_a_page_whose_record_has_changed_since_withholds_nothing() {
        FoundCase one = anyInReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        clerk.get(entry + "/records/1");

        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry", FoundCase.INVOICES,
                                "record", "1",
                                "print", "00112233445566778899aabbccddeeff",
                                "withhold-what", "all",
                                "withhold-ground", "rights-of-others",
                                "withhold-reason", FoundCase.REASON))
                .then()
                .statusCode(404)
                .body(containsString("Tega dela ni"))
                .body(containsString("href=\"" + entry + "/records/1?lang=en\""))
                .body(containsString(">" + FoundCase.REASON + "</textarea>"));
    }

    @Test
    void a_form_of_a_case_that_has_left_review_since_comes_back_with_the_reason() {
        FoundCase one = anyInReview();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String entry = one.entry(clerk);
        String print = PageVisitor.hidden(clerk.get(entry + "/records/1"), "print");
        cases.move(one.reference(), READY);

        clerk.post(
                        entry + "/withhold",
                        Map.of(
                                "entry",
                                FoundCase.INVOICES,
                                "record",
                                "1",
                                "print",
                                print,
                                "withhold-what",
                                "all",
                                "withhold-ground",
                                "rights-of-others",
                                "withhold-reason",
                                FoundCase.REASON))
                .then()
                .statusCode(409)
                .body(containsString("V tem stanju to ni mogoče"))
                .body(containsString(">" + FoundCase.REASON + "</textarea>"));
    }

    private void statement(String sql, FoundCase one) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter(1, cases.id(one.reference()))
                        .executeUpdate());
    }
}
