package si.vpogled.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** The form, question by question. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RequestFormTest {
    private static final String EMAIL = "ana@primer.si";

    private final PageVisitor visitor = new PageVisitor("sl");

    @Inject
    StagedCases cases;

    @Test
    void each_answer_leads_to_the_next_question_and_the_last_to_the_check() {
        visitor.get("/request").then().statusCode(303).header("Location", endsWith("/request/right"));
        visitor.get("/request/right").then().body(containsString("Korak 1 od 6"));

        answer("right", Map.of("right", "access")).then().header("Location", endsWith("/request/services"));
        answer("services", Map.of("services", "vps")).then().header("Location", endsWith("/request/you"));
        answer("you", Map.of("name", "Ana", "email", EMAIL)).then().header("Location", endsWith("/request/more"));
        answer("more", Map.of()).then().header("Location", endsWith("/request/language"));
        answer("language", Map.of("language", "en")).then().header("Location", endsWith("/request/check"));

        visitor.get("/request/check")
                .then()
                .statusCode(200)
                .body(containsString("<bdi>Ana</bdi>"))
                .body(containsString("VPS strežniki"))
                .body(containsString("href=\"/request/you?change=yes#email\""));
    }

    @Test
    void line_ends_count_as_the_field_counts_them() {
        answer("right", Map.of("right", "access"));
        answer("services", Map.of("services", "vps"));
        answer("you", Map.of("name", "Ana", "email", EMAIL));
        String lines = "a\r\n".repeat(2499);

        answer("more", Map.of("message", lines + "ab")).then().header("Location", endsWith("/request/language"));

        wrong("more", Map.of("message", lines + "abc")).then().body(containsString("<a href=\"#message\">"));
    }

    @Test
    void all_services_are_chosen_until_somebody_chooses_and_each_says_what_is_held() {
        answer("right", Map.of("right", "access"));

        String page = visitor.get("/request/services").asString();

        assertThat(page.split("type=\"checkbox\"")).hasSize(7);
        assertThat(page.split(" checked>")).hasSize(7);
        assertThat(page).contains("podatkovne baze, e-poštna sporočila");
        assertThat(page).containsPattern("V evidenci: \\d+ vrst[aei]? podatkov, med drugim");
    }

    @ParameterizedTest
    @CsvSource({"services, right", "you, right", "language, right", "check, right"})
    void jumping_ahead_leads_to_the_first_question_without_an_answer(String asked, String missing) {
        visitor.get("/request/" + asked).then().statusCode(303).header("Location", endsWith("/request/" + missing));
    }

    @Test
    void jumping_ahead_halfway_leads_to_where_the_form_stands() {
        answer("right", Map.of("right", "access"));
        answer("services", Map.of("services", "vps"));

        visitor.get("/request/check").then().statusCode(303).header("Location", endsWith("/request/you"));
        visitor.get("/request").then().statusCode(303).header("Location", endsWith("/request/you"));
    }

    @Test
    void the_way_back_keeps_what_was_written_right_or_wrong() {
        answer("right", Map.of("right", "access"));
        answer("services", Map.of("services", List.of("vps", "domains")));
        answer("you", Map.of("name", "Ana", "email", "ni naslov", "go", "back"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/request/services"));

        visitor.get("/request/services")
                .then()
                .body(containsString("value=\"vps\" id=\"services-4\" checked"))
                .body(not(containsString("value=\"websites\" id=\"services-6\" checked")));
        visitor.get("/request/you")
                .then()
                .statusCode(200)
                .body(containsString("value=\"ni naslov\""))
                .body(not(containsString("class=\"problems\"")));
        visitor.get("/request/check").then().header("Location", endsWith("/request/you"));
    }

    @Test
    void the_first_question_leads_back_to_the_start() {
        answer("right", Map.of("right", "access", "go", "back"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/"));
    }

    @Test
    void changing_one_answer_leads_back_to_the_check() {
        visitor.fill(EMAIL, "vps");
        visitor.get("/request/more?change=yes").then().body(containsString("name=\"change\""));

        answer("more", Map.of("message", "Drugače", "change", "yes"))
                .then()
                .header("Location", endsWith("/request/check"));

        visitor.get("/request/check").then().body(containsString("Drugače")).body(containsString(EMAIL));
    }

    @Test
    void the_other_language_keeps_what_was_written() {
        answer("right", Map.of("right", "access"));
        answer("services", Map.of("services", "vps"));
        visitor.post("/request/you?lang=en", Map.of("name", "Ana", "email", "", "go", "stay"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/request/you?lang=en"));

        visitor.get("/request/you?lang=en")
                .then()
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("value=\"Ana\""));
    }

    @Test
    void wrong_answers_come_back_with_what_to_do_and_nothing_is_lost() {
        visitor.fill(EMAIL, "vps");
        wrong(
                        "you",
                        Map.of(
                                "name",
                                "",
                                "email",
                                "ni naslov",
                                "domain",
                                "ni domena",
                                "vatId",
                                "12",
                                "customerNumber",
                                "<b>1</b>"))
                .then()
                .body(containsString("<a href=\"#name\">Vpišite ime"))
                .body(containsString("<a href=\"#email\">Popravite e-poštni naslov"))
                .body(containsString("<a href=\"#domain\">Popravite domeno"))
                .body(containsString("<a href=\"#vatId\">Popravite ID za DDV"))
                .body(containsString("value=\"ni naslov\""))
                .body(containsString("&lt;b&gt;1&lt;/b&gt;"))
                .body(containsString("<title>Napaka:"));
    }

    @ParameterizedTest
    @CsvSource({
        "sl, Ime in priimek ali naziv podjetja: skrajšajte vnos na največ 200 znakov",
        "en, 'Your name, or the company&#39;s: shorten this to at most 200 characters'"
    })
    void a_very_long_name_is_told_in_the_readers_language_and_kept(String language, String told) {
        PageVisitor reader = new PageVisitor(language);
        reader.fill(EMAIL, "vps");
        String name = "Ž" + "aradi🐝".repeat(40);

        reader.post("/request/you", Map.of("name", name, "email", EMAIL)).then().statusCode(303);
        reader.get("/request/you?wrong=yes")
                .then()
                .body(containsString("<a href=\"#name\">" + told))
                .body(containsString("value=\"" + name + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "you, name, 201",
        "you, name, 40000",
        "you, email, 300",
        "you, domain, 254",
        "you, customerNumber, 65",
        "more, message, 5001"
    })
    void what_is_too_long_is_told(String step, String field, int length) {
        visitor.fill(EMAIL, "vps");
        wrong(step, Map.of(field, "a".repeat(length)))
                .then()
                .body(matchesPattern("(?s).*<a href=\"#" + field + "\">[^<]+: skrajšajte vnos.*"));
    }

    @Test
    void characters_that_cannot_be_read_are_told() {
        Map<String, Map<String, String>> unreadable = Map.of(
                "you",
                Map.of("name", "Ana\u0000Novak", "customerNumber", "1\u202E2"),
                "more",
                Map.of("message", "a\u202Eb"));

        unreadable.forEach((step, answers) -> {
            visitor.fill(EMAIL, "vps");
            String page = wrong(step, answers).asString();
            answers.keySet()
                    .forEach(field -> assertThat(page).containsPattern("<a href=\"#" + field + "\">[^<]+: odstranite"));
        });
    }

    @ParameterizedTest
    @CsvSource({"language, de", "language, ''", "right, everything", "services, mainframe", "services, ''"})
    void a_choice_that_nobody_offers_is_told(String step, String value) {
        visitor.fill(EMAIL, "vps");
        wrong(step, Map.of(step, value))
                .then()
                .body(containsString("<a href=\"#" + step + "\">"))
                .body(containsString("id=\"" + step + "\""));
    }

    @ParameterizedTest
    @CsvSource({"sl, Preverite odgovore", "en, Check your answers"})
    void text_of_any_direction_and_script_stays_what_it_is(String language, String title) {
        PageVisitor reader = new PageVisitor(language);
        reader.fill(EMAIL, "vps");
        reader.post("/request/you", Map.of("name", "שלום 👩‍👩‍👧 Łucja", "email", EMAIL));

        reader.get("/request/check")
                .then()
                .body(containsString("<h1>" + title))
                .body(containsString("<bdi>שלום 👩‍👩‍👧 Łucja</bdi>"));
    }

    @ParameterizedTest
    @CsvSource({"sl, dvakrat@primer.si, oddana", "en, twice@primer.si, sent"})
    void sending_twice_makes_one_case_and_leads_to_the_same_page(String language, String email, String title) {
        PageVisitor visitor = new PageVisitor(language);
        Response check = visitor.fill(email, "domains");

        String once = visitor.send(check).then().statusCode(303).extract().header("Location");
        String twice = visitor.send(check).then().statusCode(303).extract().header("Location");

        assertThat(twice).isEqualTo(once);
        assertThat(cases.number("select count(*) from request where email = ?1", email))
                .isOne();
        visitor.get(once.substring(once.indexOf("/request")))
                .then()
                .statusCode(200)
                .body(containsString(title + "</h1>"))
                .body(containsString(once.substring(once.indexOf("VP-"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | zavihka@primer.si | drug@primer.si  | spremenjeni v drugem oknu. Spodaj so taki, kot so zdaj: preverite jih in zahtevo pošljite še enkrat.
            en | tabs@primer.si    | other@primer.si | changed in another window meanwhile. Below they are as they stand now: check them and send the request again.
            """)
    void answers_that_were_changed_in_another_tab_are_shown_anew_before_they_are_sent(
            String language, String email, String other, String told) {
        PageVisitor visitor = new PageVisitor(language);
        Response shown = visitor.fill(email, "domains");
        visitor.get("/request/right");
        visitor.post("/request/you", Map.of("name", "Nekdo Drug", "email", other));

        visitor.send(shown).then().statusCode(303).header("Location", endsWith("/request/check?changed=yes"));
        Response anew = visitor.get("/request/check?changed=yes");

        anew.then().statusCode(200).body(containsString(told)).body(containsString("<bdi>Nekdo Drug</bdi>"));
        assertThat(cases.number("select count(*) from request where email in (?1, ?2)", email, other))
                .isZero();
        visitor.send(anew).then().statusCode(303).header("Location", containsString("/request/sent"));
    }

    @Test
    void answers_that_became_wrong_in_another_tab_are_asked_for_again() {
        Response shown = visitor.fill(EMAIL, "domains");
        wrong("you", Map.of("name", "", "email", EMAIL));

        visitor.send(shown).then().statusCode(303).header("Location", endsWith("/request/you"));
    }

    @Test
    void the_back_button_after_sending_shows_an_empty_form() {
        visitor.send(visitor.fill(EMAIL, "domains")).then().statusCode(303);

        visitor.get("/request/check").then().statusCode(303).header("Location", endsWith("/request/right"));
        answer("right", Map.of("right", "access"));
        visitor.get("/request/services");
        answer("services", Map.of("services", "vps"));
        visitor.get("/request/you").then().body(not(containsString(EMAIL)));
    }

    @Test
    void a_form_without_its_token_changes_nothing_and_says_what_to_do() {
        visitor.get("/request/right");

        visitor.post("/request/right", Map.of("right", "access", "csrf-token", ""))
                .then()
                .statusCode(400)
                .body(containsString("Nič ni bilo shranjeno"));
    }

    @Test
    void another_tab_does_not_make_the_form_void() {
        String token = PageVisitor.hidden(visitor.get("/request/right"), "csrf-token");
        visitor.get("/sign-in");

        visitor.post("/request/right", Map.of("right", "access", "csrf-token", token))
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3E", "", "VP-0000"})
    void a_made_up_reference_is_not_repeated_on_the_page(String reference) {
        visitor.get("/request/sent?reference=" + reference)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/request"));
    }

    /** The page that a wrong answer leads to: the browser comes back to it without sending anything again. */
    private Response wrong(String step, Map<String, ?> answers) {
        answer(step, answers).then().statusCode(303).header("Location", endsWith("/request/" + step + "?wrong=yes"));
        return visitor.get("/request/" + step + "?wrong=yes")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private Response answer(String step, Map<String, ?> answers) {
        visitor.get("/request/right");
        return visitor.post("/request/" + step, answers);
    }
}
