package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Cases of the list assigned together. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class AssignByListTest {
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private ListScene scene;
    private PageVisitor clerk;
    private PageVisitor auditor;

    @BeforeEach
    void staff_are_signed_in() {
        scene = ListScene.of(cases, database);
        clerk = PageVisitor.staff(DemoStaff.CLERK);
        auditor = PageVisitor.staff(DemoStaff.AUDITOR);
    }

    @Test
    void the_ticked_cases_are_assigned_and_the_others_are_named_with_why() {
        String good = scene.open();
        String taken = scene.open();
        String closed = cases.in(CLOSED, scene.email(), Language.SL);
        list();
        scene.assign(taken, "oskar");

        Response answer = clerk.post(
                "/console/assign?state=all&text=" + scene.mark(),
                Map.of(
                        "case",
                        List.of(good + ":", taken + ":", closed + ":", "VP-0000-0000-0000:", "<b>‮"),
                        "to",
                        "klara"));

        answer.then()
                .statusCode(200)
                .body(containsString("Dodeljeno (klara): 1 zahteva."))
                .body(containsString(taken + "</bdi></span>: zahtevo ima zdaj oskar"))
                .body(containsString(closed + "</bdi></span>: zahteva je zaključena"))
                .body(containsString("VP-0000-0000-0000</bdi></span>: zahteve s to oznako ni"))
                .body(containsString("&lt;b&gt;"))
                .body(containsString("<option value=\"all\" selected>"));
        assertThat(scene.assignee(good)).isEqualTo("klara");
        assertThat(scene.assignee(taken)).isEqualTo("oskar");
    }

    @Test
    void the_same_form_sent_again_says_that_it_was_so_before() {
        String reference = scene.open();
        list();
        Map<String, Object> form = Map.of("case", List.of(reference + ":"), "to", "oskar");
        clerk.post("/console/assign", form).then().body(containsString("Dodeljeno (oskar): 1 zahteva."));

        clerk.post("/console/assign", form)
                .then()
                .statusCode(200)
                .body(not(containsString("Dodeljeno (oskar)")))
                .body(containsString("zahteva je bila tej osebi dodeljena že prej"));
    }

    @Test
    void who_only_audits_is_not_offered_and_is_given_nothing() {
        String reference = scene.open();
        assertThat(list()).contains("<option value=\"oskar\"").doesNotContain("<option value=\"rezka\"");

        clerk.post("/console/assign?text=" + scene.mark(), Map.of("case", reference + ":", "to", "rezka"))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#assign-to\""));

        assertThat(scene.assignee(reference)).isEmpty();
    }

    @Test
    void nothing_ticked_and_nobody_chosen_are_told_together() {
        scene.open();
        list();

        clerk.post("/console/assign?text=" + scene.mark(), Map.of("to", "neznanka"))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#cases\""))
                .body(containsString("href=\"#assign-to\""))
                .body(containsString("id=\"assign-to\""));
    }

    @Test
    void what_was_ticked_and_chosen_stays_where_something_is_wrong() {
        String ticked = scene.open();
        String other = scene.open();
        list();

        clerk.post("/console/assign?text=" + scene.mark(), Map.of("case", ticked + ":", "to", ""))
                .then()
                .statusCode(422)
                .body(containsString("value=\"" + ticked + ":\" checked>"))
                .body(containsString("value=\"" + other + ":\">"));
        clerk.post("/console/assign?text=" + scene.mark(), Map.of("to", "oskar"))
                .then()
                .statusCode(422)
                .body(containsString("<option value=\"oskar\" selected>"));
        clerk.post("/console/assign?text=" + scene.mark(), Map.of("to", "-"))
                .then()
                .statusCode(422)
                .body(containsString("<option value=\"-\" selected>"));
    }

    @Test
    void auditors_have_no_boxes_and_may_not_assign_or_save() {
        String reference = scene.open();

        String page = auditor.get("/console?text=" + scene.mark()).asString();

        assertThat(page).contains(reference).doesNotContain("name=\"case\"").doesNotContain("/console/views");
        auditor.post("/console/assign", Map.of("case", reference, "to", "klara"))
                .then()
                .statusCode(403);
        auditor.post("/console/views", Map.of("view-name", "Moj")).then().statusCode(403);
        assertThat(scene.assignee(reference)).isEmpty();
    }

    @Test
    void a_form_without_its_token_assigns_nothing() {
        String reference = scene.open();
        list();

        clerk.post("/console/assign", Map.of("case", reference + ":", "to", "klara", "csrf-token", "x"))
                .then()
                .statusCode(400);

        assertThat(scene.assignee(reference)).isEmpty();
    }

    private String list() {
        return clerk.get("/console?text=" + scene.mark())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
