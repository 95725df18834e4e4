package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConsolePagesTest {
    private static final String CASES = "/console/cases/";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private PageVisitor clerk;
    private PageVisitor auditor;

    @BeforeEach
    void staff_are_signed_in() {
        clerk = PageVisitor.staff(DemoStaff.CLERK);
        auditor = PageVisitor.staff(DemoStaff.AUDITOR);
    }

    @Test
    void staff_sign_in_by_the_form_and_out_again() {
        clerk.get("/console").then().statusCode(200).body(containsString("klara"));

        clerk.post("/console/sign-out", Map.of()).then().statusCode(303);

        clerk.get("/console").then().statusCode(302).header("Location", endsWith("/console/sign-in"));
    }

    @Test
    void a_wrong_password_is_told_without_saying_what_was_wrong() {
        PageVisitor stranger = new PageVisitor("sl");
        stranger.signIn("klara", "ugibam")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console/sign-in?failed"));

        stranger.get("/console/sign-in?failed").then().statusCode(200).body(containsString("ime ali geslo ni pravo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/connectors", CASES + "VP-0000-0000-0000"})
    void a_stranger_is_led_to_sign_in(String path) {
        new PageVisitor("sl").get(path).then().statusCode(302).header("Location", containsString("/console/sign-in"));
    }

    @Test
    void a_session_of_the_portal_opens_nothing_here() {
        PageVisitor subject = new PageVisitor("sl");
        String reference = confirmed(subject, "portal@konzola.example", "domains");

        subject.get(CASES + reference).then().statusCode(302);
    }

    @Test
    void the_queue_shows_open_cases_and_finds_them_by_text() {
        String reference = confirmed(new PageVisitor("sl"), "vrsta@konzola.example", "domains");

        clerk.get("/console?text=vrsta%40konzola")
                .then()
                .body(containsString(reference))
                .body(containsString("čaka na odločitev"))
                .body(containsString("še 3"));
        clerk.get("/console?text=vrsta%40konzola&state=closed").then().body(not(containsString(reference)));
        clerk.get("/console?text=vrsta%40konzola&overdue=true").then().body(not(containsString(reference)));
        clerk.get("/console?text=vrsta%40konzola&assignee=klara").then().body(not(containsString(reference)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=x",
                "right=x",
                "due-within=x",
                "after=x_y",
                "after=2026-01-01_x",
                "overdue=x",
                "text=%00",
                "lang=%3C"
            })
    void a_selection_that_makes_no_sense_is_left_aside(String query) {
        clerk.get("/console?" + query).then().statusCode(200);
    }

    @Test
    void the_switch_of_language_keeps_the_selection() {
        clerk.get("/console?state=ready&text=%C5%BEan")
                .then()
                .body(containsString("/console?state=ready&amp;text=%C5%BEan&amp;lang=en"));
    }

    @Test
    void auditors_see_everything_and_no_form_but_the_way_out() {
        String reference = confirmed(new PageVisitor("sl"), "revizija@konzola.example", "domains");
        String page =
                auditor.get(CASES + reference).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains(reference)
                .contains("revizija@konzola.example")
                .doesNotContain("action=\"" + CASES);
        assertThat(auditor.get("/console/connectors").asString()).doesNotContain("/test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept",
                "refuse",
                "extend",
                "withdraw",
                "release",
                "note",
                "assign",
                "identity",
                "runs/billing/retry",
                "items/domains.legal-framework.name/withhold",
                "items/domains.legal-framework.name/restore",
                "items/domains.legal-framework.name/entries/1/withhold",
                "parts/0a4f2f0e-5a0c-4d67-9c0e-3d1f8a1b2c3d/restore"
            })
    void auditors_change_nothing(String action) {
        String reference = confirmed(new PageVisitor("sl"), "nic@konzola.example", "domains");
        auditor.get(CASES + reference);

        auditor.post(CASES + reference + "/" + action, Map.of()).then().statusCode(403);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        String reference = confirmed(new PageVisitor("sl"), "zeton@konzola.example", "domains");
        clerk.get(CASES + reference);

        clerk.post(CASES + reference + "/accept", Map.of("csrf-token", "x"))
                .then()
                .statusCode(400);

        clerk.get(CASES + reference).then().body(containsString("čaka na odločitev"));
    }

    @Test
    void a_case_that_is_not_there_is_not_found() {
        clerk.get(CASES + "VP-0000-0000-0000").then().statusCode(404).body(containsString("Te zahteve ni"));
        clerk.get(CASES + "..%2F").then().statusCode(404);
    }

    @Test
    void content_in_scope_wants_a_second_proof_before_the_case_can_be_accepted() {
        PageVisitor customer = new PageVisitor("sl");
        String reference = confirmed(customer, "dokaz@konzola.example", "shared-hosting");
        customer.get("/case").then().body(containsString("Za to vas pokliče naš sodelavec"));

        clerk.get(CASES + reference)
                .then()
                .body(containsString("zabeležite še preverjanje istovetnosti"))
                .body(not(containsString("/accept\"")));
        clerk.post(CASES + reference + "/accept", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("Istovetnost ni dovolj"));

        clerk.post(CASES + reference + "/identity", Map.of("check-domain", "ni domena?.", "check-note", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#check-method\""))
                .body(containsString("id=\"check-method\"> "))
                .body(containsString("href=\"#check-note\""));
        clerk.post(
                        CASES + reference + "/identity",
                        Map.of(
                                "check-method", "in-person",
                                "check-customer-number", "100200",
                                "check-vat-id", "SI 12345679",
                                "check-dostavljalec-account", "zelenjava",
                                "check-note", "osebni dokument"))
                .then()
                .statusCode(303);
        clerk.get(CASES + reference)
                .then()
                .body(containsString("/accept\""))
                .body(containsString("številka stranke: <bdi>100200</bdi>"))
                .body(containsString("ID za DDV: <bdi>SI12345679</bdi>"))
                .body(containsString("račun Dostavljalca: <bdi>zelenjava</bdi>"));
        customer.get("/case").then().body(not(containsString("Za to vas pokliče naš sodelavec")));
    }

    @Test
    void a_refusal_needs_ground_and_reason_and_keeps_what_was_written() {
        String reference = confirmed(new PageVisitor("sl"), "zavrnitev@konzola.example", "domains");
        clerk.get(CASES + reference);

        clerk.post(CASES + reference + "/refuse", Map.of("refuse-reason", "Že <odgovorjeno>"))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#refuse-ground\">Izberite podlago zavrnitve</a>"))
                .body(containsString("id=\"refuse-ground\"> "))
                .body(containsString("Že &lt;odgovorjeno&gt;"));
        clerk.post(
                        CASES + reference + "/refuse",
                        Map.of("refuse-ground", "already-answered", "refuse-reason", "Odgovor z dne 1. 3."))
                .then()
                .statusCode(303);
        clerk.get(CASES + reference)
                .then()
                .body(containsString("zavrnjeno:"))
                .body(containsString("V tem stanju ni mogoče odločati o ničemer"))
                .body(containsString("zahteva zavrnjena"));
        clerk.post(CASES + reference + "/accept", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("V tem stanju to ni mogoče"));
    }

    @Test
    void what_was_refused_for_want_of_proof_is_reopened_when_more_arrives() {
        String reference = confirmed(new PageVisitor("sl"), "znova@konzola.example", "domains");
        clerk.get(CASES + reference);
        clerk.post(
                CASES + reference + "/refuse",
                Map.of("refuse-ground", "identity-not-established", "refuse-reason", "Nihče se ni oglasil."));
        clerk.get(CASES + reference)
                .then()
                .body(containsString("zahtevo ponovno odpremo"))
                .body(containsString("/reopen\""));

        clerk.post(CASES + reference + "/reopen", Map.of()).then().statusCode(303);

        clerk.get(CASES + reference)
                .then()
                .body(containsString("zahteva znova odprta"))
                .body(containsString("/accept\""))
                .body(not(containsString("/reopen\"")));
        clerk.post(CASES + reference + "/reopen", Map.of()).then().statusCode(409);
    }

    @Test
    void a_limit_is_extended_once_with_a_reason() {
        String reference = confirmed(new PageVisitor("sl"), "rok@konzola.example", "domains");
        clerk.get(CASES + reference);

        clerk.post(CASES + reference + "/extend", Map.of("extend-reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#extend-reason\">Vpišite razlog podaljšanja roka</a>"));
        clerk.post(CASES + reference + "/extend", Map.of("extend-reason", "Obsežna zahteva"))
                .then()
                .statusCode(303);

        clerk.get(CASES + reference)
                .then()
                .body(containsString("Na tri mesece podaljšani rok"))
                .body(not(containsString("/extend\"")));
        clerk.post(CASES + reference + "/extend", Map.of("extend-reason", "Še enkrat"))
                .then()
                .statusCode(409)
                .body(containsString("Rok je že podaljšan"));
    }

    @Test
    void notes_and_assignment_stay_with_the_case() {
        String reference = confirmed(new PageVisitor("sl"), "zapisek@konzola.example", "domains");
        clerk.get(CASES + reference);

        clerk.post(CASES + reference + "/note", Map.of("note-text", "<i>Poklical</i>\nob devetih"))
                .then()
                .statusCode(303);
        clerk.post(CASES + reference + "/note", Map.of("note-text", "")).then().statusCode(422);
        clerk.post(CASES + reference + "/assign", Map.of("to", "me")).then().statusCode(303);

        clerk.get(CASES + reference).then().body(containsString("&lt;i&gt;Poklical&lt;/i&gt;\nob devetih"));
        clerk.get("/console?assignee=klara&text=zapisek%40konzola").then().body(containsString(reference));
        clerk.post(CASES + reference + "/assign", Map.of("to", "nobody", "whose", "klara"))
                .then()
                .statusCode(303);
        clerk.get("/console?assignee=klara&text=zapisek%40konzola").then().body(not(containsString(reference)));
    }

    @Test
    void each_look_is_in_the_history_but_the_script_asking_for_progress_is_not() {
        String reference = confirmed(new PageVisitor("sl"), "pogled@konzola.example", "domains");
        int before = views(clerk.get(CASES + reference).asString());

        clerk.get(CASES + reference + "/runs").then().statusCode(200).header("Vpogled-State", "awaiting-decision");
        clerk.get(CASES + reference + "/runs").then().statusCode(200);

        assertThat(views(clerk.get(CASES + reference).asString())).isEqualTo(before + 1);
    }

    @Test
    void a_look_at_the_list_and_a_search_are_in_the_history_of_the_case() {
        String reference = confirmed(new PageVisitor("sl"), "seznam@konzola.example", "domains");

        clerk.get("/console?text=seznam%40konzola").then().body(containsString(reference));

        clerk.get(CASES + reference).then().body(containsString("zahteva najdena z iskanjem"));
    }

    @ParameterizedTest
    @CsvSource({"items/nothing.at.all, 404", "items/x, 404", "items/domains.legal-framework.name, 200"})
    void only_items_of_the_inventory_can_be_withheld(String path, int status) {
        String reference = confirmed(new PageVisitor("sl"), "podatek@konzola.example", "domains");

        clerk.get(CASES + reference + "/" + path).then().statusCode(status);
    }

    private static int views(String page) {
        return List.of(page.split("zahteva pogledana", -1)).size() - 1;
    }

    private String confirmed(PageVisitor subject, String email, String service) {
        String reference = subject.ask(email, service);
        subject.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        return reference;
    }
}
