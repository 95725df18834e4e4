package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The list of the console as members of staff use it, without scripts. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class QueuePagesTest {
    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private ListScene scene;
    private PageVisitor clerk;

    @BeforeEach
    void staff_are_signed_in() {
        scene = ListScene.of(cases, database);
        clerk = PageVisitor.staff(DemoStaff.CLERK);
    }

    @ParameterizedTest
    @CsvSource({
        "1, še 1 dan",
        "2, še 2 dneva",
        "3, še 3 dnevi",
        "5, še 5 dni",
        "0, rok je danes",
        "-1, zamuja 1 dan",
        "-2, zamuja 2 dneva",
        "-4, zamuja 4 dni",
        "-101, zamuja 101 dan"
    })
    void a_row_says_how_many_days_are_left(int days, String words) {
        String reference = scene.open();

        // once more, should a day end just now
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            scene.due(reference, days);
            assertThat(list("")).contains(">" + words + "<");
        });
    }

    @Test
    void what_is_late_is_marked_and_stands_first() {
        String later = scene.open();
        String late = scene.open();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            scene.due(late, -3);
            String page = list("");
            assertThat(page).contains("<span class=\"bad\">zamuja 3 dni</span>");
            assertThat(page.indexOf(late)).isLessThan(page.indexOf(later));
        });
    }

    @Test
    void a_row_says_how_far_the_sources_are_and_which_have_a_fault() {
        String reference =
                cases.in("{\"kind\": \"collecting\", \"since\": \"2026-04-01T00:00:00Z\"}", scene.email(), Language.SL);
        cases.failed(reference, "billing");
        cases.failed(reference, "hosting");
        cases.answered(reference, "whois-domain");

        assertThat(list("")).contains("1 od 3 virov").contains("2 vira z napako");
        clerk.get("/console/export?text=" + scene.mark())
                .then()
                .body(containsString("\"1 od 3 virov, 2 vira z napako\""));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 novo sporočilo",
        "2, 2 novi sporočili",
        "3, 3 nova sporočila",
        "5, 5 novih sporočil",
        "101, 101 novo sporočilo"
    })
    void a_row_says_how_many_messages_of_the_customer_await_staff(int count, String words) {
        String reference = scene.open();
        scene.open();
        scene.messages(reference, count, "subject", "null");
        scene.messages(reference, 7, "subject", "now()");
        scene.messages(reference, 7, "staff", "null");

        assertThat(list("").split("sporočil", -1)).hasSize(2);
        assertThat(list("")).contains("<strong>" + words + "</strong>");
    }

    @Test
    void pages_lead_forwards_and_backwards() {
        for (int i = 0; i < 41; i++) {
            scene.open();
        }

        String first = list("");
        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        String second = clerk.get(link(first, "next")).asString();
        assertThat(references(second)).hasSize(1);
        assertThat(second).doesNotContain("rel=\"next\"").contains("rel=\"first\"");
        assertThat(references(clerk.get(link(second, "prev")).asString())).isEqualTo(references(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=0_2026-02-30_00000000-0000-0000-0000-000000000000",
                "after=0_2026-02-03_zzzzzzzz-0000-0000-0000-000000000000",
                "after=2_2026-02-03_00000000-0000-0000-0000-000000000000",
                "before=0_%2B999999999-02-03_00000000-0000-0000-0000-000000000000",
                "before=x",
                "before=0_2026-01-01_00000000-0000-0000-0000-000000000000%27%3B",
                "after=0_9999-12-31_ffffffff-ffff-ffff-ffff-ffffffffffff",
                "before=0_0000-01-01_00000000-0000-0000-0000-000000000000",
                "due-within=-1",
                "due-within=99999999999",
                "due-within=%D9%A3",
                "assignee=%F0%9F%90%9D",
                "assignee=-",
                "text=%25",
                "text=_",
                "text=!",
                "text=%F0%9F%90%9D%F0%9F%90%9D",
                "text=%D7%9E%D7%91%D7%98",
                "text=%E2%80%AE",
                "text=%5C%27%22%3Cscript%3E",
                "text=:x+?1"
            })
    void no_address_breaks_the_list(String query) {
        clerk.get("/console?" + query).then().statusCode(200).body(not(containsString("<script>")));
        clerk.get("/console/export?" + query).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"0, najpozneje danes", "1, najpozneje v 1 dnevu", "2, najpozneje v 2 dneh", "7, najpozneje v 7 dneh"})
    void a_term_of_any_number_of_days_is_chosen_in_the_form(int days, String words) {
        String within = scene.open();
        String later = scene.open();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            scene.due(within, days);
            scene.due(later, days + 1);
            assertThat(list("&due-within=" + days))
                    .contains("<option value=\"" + days + "\" selected>" + words + "<")
                    .contains(within)
                    .doesNotContain(later);
        });
    }

    private String list(String more) {
        return clerk.get("/console?text=" + scene.mark() + more)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String link(String page, String rel) {
        MatchResult found = Pattern.compile("<a href=\"([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link " + rel));
        return found.group(1).replace("&amp;", "&");
    }

    private static List<String> references(String page) {
        return Pattern.compile("href=\"/console/cases/(VP-[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
