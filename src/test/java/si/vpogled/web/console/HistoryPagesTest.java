package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A case that was looked at hundreds of times: the desk shows the newest of its history, pages of their own all of it. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class HistoryPagesTest {
    private static final int LOOKS = 700;
    private static final int MOST_BYTES = 100_000;
    private static final Pattern ASSIGNED = Pattern.compile("oseba-(\\d+)<");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private String desk;
    private PageVisitor auditor;

    @BeforeEach
    void a_case_with_a_long_history() {
        String reference = cases.submitted("zgodovina-" + UUID.randomUUID() + "@konzola.example", Language.SL);
        desk = "/console/cases/" + reference;
        auditor = PageVisitor.staff(DemoStaff.AUDITOR);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                // three at the same time each, so that times alone part nothing
                                "insert into history (request_id, at, actor_kind, actor, action, detail)"
                                        + " select id, received_at - make_interval(secs => 1000 - i / 3), 'staff', 'klara',"
                                        + " 'assigned', jsonb_build_object('assignee', 'oseba-' || i)"
                                        + " from request, generate_series(1, ?1) i where reference = ?2")
                        .setParameter(1, LOOKS)
                        .setParameter(2, reference)
                        .executeUpdate());
    }

    @Test
    void the_desk_shows_the_newest_and_leads_to_the_whole() {
        String page = auditor.get(desk).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("href=\"" + desk + "/history\"")
                .contains("50 vnosov")
                .contains("oseba-" + LOOKS + "<")
                .doesNotContain("oseba-600<");
        assertThat(page.getBytes()).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void the_pages_together_hold_every_entry_once_newest_first() {
        List<Integer> told = new ArrayList<>();
        String address = desk + "/history";
        int pages = 0;
        while (!address.isEmpty()) {
            String page = auditor.get(address).then().statusCode(200).extract().asString();
            assertThat(page.getBytes()).hasSizeLessThan(MOST_BYTES);
            ASSIGNED.matcher(page).results().forEach(found -> told.add(Integer.parseInt(found.group(1))));
            address = OLDER.matcher(page)
                    .results()
                    .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
            pages++;
        }

        assertThat(told).hasSize(LOOKS).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        assertThat(pages).isEqualTo(LOOKS / HistoryPages.LINES + 1);
    }

    @Test
    void looks_in_the_list_stand_among_the_others_and_so_does_a_look_at_the_history() {
        auditor.get("/console?text=" + desk.substring(desk.lastIndexOf('/') + 1));
        auditor.get(desk + "/history");

        auditor.get(desk + "/history")
                .then()
                .body(containsString("zahteva najdena z iskanjem"))
                .body(containsString("zahteva pogledana"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "9999-99-99T00:00:00Z_0_1",
                "2026-04-01T00:00:00Z_7_1",
                "2026-04-01T00:00:00Z_0_99999999999999999999",
                "2026-04-01T00:00:00Z_0_1%27",
                "%00"
            })
    void an_address_that_makes_no_sense_shows_the_newest(String before) {
        auditor.get(desk + "/history?before=" + before)
                .then()
                .statusCode(200)
                .body(containsString("oseba-" + LOOKS + "<"));
    }

    @Test
    void a_case_that_is_not_there_has_no_history_and_strangers_see_none() {
        auditor.get("/console/cases/VP-0000-0000-0000/history")
                .then()
                .statusCode(404)
                .body(containsString("Te zahteve ni"));
        new PageVisitor("sl")
                .get(desk + "/history")
                .then()
                .statusCode(302)
                .header("Location", containsString("/console/sign-in?to="));
    }

    @Test
    void a_short_history_needs_no_page_of_its_own() {
        String reference = cases.submitted("kratka-" + UUID.randomUUID() + "@konzola.example", Language.SL);

        auditor.get("/console/cases/" + reference).then().body(not(containsString("/history\"")));
    }
}
