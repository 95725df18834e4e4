package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.request.CountedCases;
import si.vpogled.request.Settlement;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class DashboardPageTest {
    private static final String PAGE = "/console/dashboard";

    @Inject
    CountedCases cases;

    @Inject
    StagedCases staged;

    @AfterEach
    void no_case_of_old_days_stays() {
        cases.remove();
    }

    @ParameterizedTest
    @CsvSource({"CLERK", "APPROVER", "AUDITOR"})
    void every_role_sees_it(String role) {
        PageVisitor visitor = PageVisitor.staff(
                switch (role) {
                    case "CLERK" -> DemoStaff.CLERK;
                    case "APPROVER" -> DemoStaff.APPROVER;
                    default -> DemoStaff.AUDITOR;
                });

        visitor.get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("<h1>Pregled dela</h1>"))
                .body(containsString("Odprte zahteve"))
                .body(containsString("Obračun"))
                .body(not(containsString("method=\"post\" action=\"/console/dashboard")));
    }

    @Test
    void a_stranger_is_led_to_sign_in() {
        new PageVisitor("sl")
                .get(PAGE)
                .then()
                .statusCode(302)
                .header("Location", endsWith("/console/sign-in?to=%2Fconsole%2Fdashboard"));
    }

    @Test
    void figures_stand_in_tables_and_charts_are_drawn_of_them() {
        settled("2005-03-01T12:00:00Z", "2005-03-11T12:00:00Z", Settlement.ANSWERED, "2005-04-01");
        settled("2005-03-01T12:00:00Z", "2005-03-12T12:00:00Z", Settlement.ANSWERED, "2005-03-11");
        settled("2005-03-01T12:00:00Z", "2005-03-03T12:00:00Z", Settlement.WITHDRAWN, "2005-04-01");

        String page = clerk().get(PAGE + "?from=2005-02-28&to=2005-03-13")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String text =
                page.replaceAll("<[^>]+>", "|").replaceAll("[\\s\u00a0]+", " ").replaceAll("( ?\\| ?)+", "|");
        assertThat(text)
                .contains("Mediana (dni)|10,5|90. percentil (dni)|11|Pravočasno|50 %|1 od 2")
                .contains("28. 2. 2005 – 6. 3. 2005|3|1|0|–|–|–")
                .contains("7. 3. 2005 – 13. 3. 2005|0|2|2|10,5|11|50 %")
                .contains("odgovor izročen|2|delni odgovor izročen|0|zavrnjeno|0|umaknjeno|1|ni bilo potrjeno|0");
        assertThat(Pattern.compile("<rect class=\"one\" x=\"[0-9.]+%\"")
                        .matcher(page)
                        .results())
                .hasSize(2);
        assertThat(page).doesNotContain("style=").doesNotContain("<script>");
    }

    @Test
    void a_refusal_counts_from_the_moment_it_is_given() {
        String reference = staged.in(
                "{\"kind\": \"awaiting-decision\", \"since\": \"2026-01-01T00:00:00Z\"}",
                "zavrnjena@pregled.example",
                Language.SL);
        PageVisitor clerk = clerk();
        clerk.get("/console/cases/" + reference);
        clerk.post(
                        "/console/cases/" + reference + "/refuse",
                        Map.of("refuse-ground", "already-answered", "refuse-reason", "Odgovor z dne 1. 3."))
                .then()
                .statusCode(303);

        assertThat(staged.number(
                        "select count(*) from request where reference = ?1 and settled_as = 'refused'"
                                + " and settled_at >= received_at",
                        reference))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2005-03-01",
                "to=2005-03-01",
                "from=&to=2005-03-01",
                "from=x&to=2005-03-01",
                "from=2005-02-30&to=2005-03-01",
                "from=%2B999999999-01-01&to=2005-03-01",
                "from=2005-03-02&to=2005-03-01",
                "from=2005-03-01&to=2006-03-02",
                "from=2005-03-01&to=9999-12-31",
                "from=%3Cscript%3E&to=%00"
            })
    void days_that_make_no_sense_are_told(String query) {
        Response answer = clerk().get(PAGE + "?" + query);

        answer.then()
                .statusCode(422)
                .body(containsString("Prosimo, popravite naslednje"))
                .body(not(containsString("<script>")))
                .body(not(containsString("Mediana")));
    }

    @Test
    void a_year_can_be_chosen_and_the_page_stays_small() {
        LocalDate to = LocalDate.of(2005, 12, 31);

        Response answer = clerk().get(PAGE + "?from=" + to.minusDays(365) + "&to=" + to);

        answer.then().statusCode(200);
        assertThat(answer.asByteArray().length).isLessThan(100_000);
    }

    private void settled(String received, String at, Settlement how, String due) {
        cases.settled(Instant.parse(received), Instant.parse(at), how, LocalDate.parse(due));
    }

    private static PageVisitor clerk() {
        return PageVisitor.staff(DemoStaff.CLERK);
    }
}
