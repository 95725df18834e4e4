package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** Selections of the list, saved by a name of their own. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SavedViewPagesTest {
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

    @AfterEach
    void no_views_are_left_to_others() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from saved_view where owner = 'klara'")
                        .executeUpdate());
    }

    @Test
    void a_saved_view_holds_so_many_days_and_no_day_of_the_calendar() {
        clerk.get("/console?due-within=7");
        clerk.post("/console/views?due-within=7", Map.of("view-name", "Ta teden " + scene.mark()))
                .then()
                .statusCode(303);

        clerk.get("/console?due-within=7")
                .then()
                .body(containsString("href=\"/console?due-within=7\" aria-current=\"true\""));
        assertThat(cases.number(
                        "select count(*) from saved_view where name = ?1 and filter = cast(?2 as jsonb)",
                        "Ta teden " + scene.mark(),
                        "{\"state\": \"open\", \"due-within\": \"7\"}"))
                .isOne();
    }

    @Test
    void a_view_is_saved_shown_renamed_and_deleted() {
        String name = "Pogled 🐝 " + scene.mark();
        clerk.get("/console?state=in-review&assignee=-&text=zasebno");
        clerk.post(
                        "/console/views?state=in-review&assignee=-&text=zasebno",
                        Map.of("view-name", name, "shared", "true"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console?state=in-review&assignee=-&text=zasebno"));

        String page = clerk.get("/console").asString();
        assertThat(page)
                .contains("href=\"/console?state=in-review&amp;assignee=-\"")
                .contains(name);
        clerk.get("/console?state=in-review&assignee=-")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/console?state=in-review&amp;assignee=-\" aria-current=\"true\""));
        auditor.get("/console").then().body(containsString("skupni, klara"));
        String id = page.replaceAll("(?s).*id=\"name-([0-9a-f-]{36})\" name=\"name\" value=\"" + name + "\".*", "$1");

        clerk.post("/console/views/" + id + "/rename", Map.of("name", "Nov " + scene.mark()))
                .then()
                .statusCode(303);
        clerk.get("/console").then().body(containsString("Nov " + scene.mark())).body(not(containsString(name)));

        for (int i = 0; i < 2; i++) {
            clerk.post("/console/views/" + id + "/delete", Map.of()).then().statusCode(303);
        }
        clerk.get("/console").then().body(not(containsString("Nov " + scene.mark())));
        clerk.post("/console/views/" + id + "/rename", Map.of("name", "Spet"))
                .then()
                .statusCode(422)
                .body(containsString("Tega pogleda ni več"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x\u0000y", "\u202Ekcaj"})
    void a_name_that_is_none_is_told_and_kept_in_the_form(String name) {
        clerk.get("/console");
        clerk.post("/console/views", Map.of("view-name", name))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#view-name\""));
    }

    @Test
    void a_name_has_sixty_characters_at_the_most_whatever_they_are() {
        clerk.get("/console");
        clerk.post("/console/views", Map.of("view-name", "🐝".repeat(61)))
                .then()
                .statusCode(422)
                .body(containsString("na največ 60 znakov"))
                .body(containsString("🐝".repeat(61)));
        clerk.post("/console/views", Map.of("view-name", "🐝".repeat(60)))
                .then()
                .statusCode(303);
    }

    @Test
    void what_was_typed_and_ticked_stays_where_a_name_is_none() {
        String tooLong = "x".repeat(61);
        clerk.get("/console");
        clerk.post("/console/views", Map.of("view-name", "", "shared", "true"))
                .then()
                .statusCode(422)
                .body(containsString("name=\"shared\" value=\"true\" checked>"));
        clerk.post("/console/views", Map.of("view-name", "Moj " + scene.mark()));
        Matcher view = Pattern.compile("/console/views/([0-9a-f-]{36})/rename")
                .matcher(clerk.get("/console").asString());
        assertThat(view.find()).isTrue();

        clerk.post("/console/views/" + view.group(1) + "/rename", Map.of("name", tooLong))
                .then()
                .statusCode(422)
                .body(containsString("name=\"name\" value=\"" + tooLong + "\""))
                .body(not(containsString("id=\"view-name\" name=\"view-name\" value=\"" + tooLong)));
    }
}
