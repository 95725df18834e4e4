package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PortalPagesTest {
    private static final int LARGEST_PAGE = 150_000;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private final PageVisitor visitor = new PageVisitor("sl");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inventory",
                "/request",
                "/sign-in",
                "/confirm/x",
                "/sign-in/x",
                "/signed-out",
                "/console/sign-in"
            })
    void every_public_page_has_one_heading_its_language_and_a_switch(String path) {
        for (String language : new String[] {"sl", "en"}) {
            String page = new PageVisitor(language)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(page)
                    .contains("<html lang=\"" + language + "\">")
                    .contains("lang=" + (language.equals("sl") ? "en" : "sl"));
            assertThat(Pattern.compile("<h1[ >]").matcher(page).results()).hasSize(1);
            assertThat(page).contains("<main id=\"main\"").contains("href=\"#main\"");
            assertThat(page).doesNotContain("style=").doesNotContain("onclick").doesNotContain("NOT_FOUND");
            assertThat(page.length()).isLessThan(LARGEST_PAGE);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "sl-SI, sl", "de, sl", "'de, en;q=0.5', en", "'', sl"})
    void the_browser_decides_on_the_language_where_nobody_has(String accepted, String language) {
        given().header("Accept-Language", accepted)
                .get("/")
                .then()
                .body(containsString("<html lang=\"" + language + "\">"))
                .header("Content-Language", language);
    }

    @Test
    void a_chosen_language_is_remembered() {
        visitor.get("/?lang=en").then().body(containsString("<html lang=\"en\">"));

        visitor.get("/inventory").then().body(containsString("What data we hold"));
    }

    @Test
    void a_language_that_we_do_not_speak_changes_nothing() {
        visitor.get("/?lang=xx").then().statusCode(200).body(containsString("<html lang=\"sl\">"));
    }

    @Test
    void the_inventory_is_the_table_of_six_services_by_three_rows() {
        String page = visitor.get("/inventory").asString();

        assertThat(Pattern.compile("<th scope=\"col\">").matcher(page).results())
                .hasSize(7);
        assertThat(Pattern.compile("<th scope=\"row\">").matcher(page).results())
                .hasSize(3);
        assertThat(page).contains("<caption").contains("Patchman B.V.").contains("6. člen (1)(c) Splošne uredbe");
    }

    @Test
    void style_sheets_and_scripts_are_ours_and_can_be_kept_for_ever() {
        String page = visitor.get("/").asString();
        Pattern.compile("/assets/[^\"]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .forEach(asset -> given().get(asset)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("immutable"))
                        .header("Set-Cookie", org.hamcrest.Matchers.nullValue()));

        given().get("/assets/000000000000/pages.css").then().statusCode(404);
        assertThat(page).doesNotContain("https://").doesNotContain("<script>");
    }

    @Test
    void wrong_answers_come_back_with_what_to_do_and_nothing_is_lost() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ni naslov", "vps"));
        answers.putAll(Map.of(
                "domain", "ni domena", "vatId", "12", "name", "", "customerNumber", "<b>1</b>", "step", "check"));

        visitor.post("/request", answers)
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#name\">Vpišite ime"))
                .body(containsString("<a href=\"#email\">Popravite e-poštni naslov"))
                .body(containsString("<a href=\"#domain\">Popravite domeno"))
                .body(containsString("<a href=\"#vatId\">Popravite ID za DDV"))
                .body(containsString("value=\"ni naslov\""))
                .body(containsString("value=\"vps\" checked"))
                .body(not(containsString("value=\"domains\" checked")))
                .body(containsString("&lt;b&gt;1&lt;/b&gt;"))
                .body(containsString("Prva vrstica\nDruga vrstica"))
                .body(containsString("<title>Napaka:"));
    }

    @ParameterizedTest
    @CsvSource({"name, 201, name", "message, 5001, message", "email, 300, email"})
    void what_is_too_long_is_told(String field, int length, String where) {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.put(field, "a".repeat(length));
        answers.put("step", "check");

        visitor.post("/request", answers)
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#" + where + "\">Skrajšajte"));
    }

    @Test
    void a_service_or_right_that_nobody_offers_is_told() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "mainframe"));
        answers.putAll(Map.of("right", "erasure", "step", "send"));

        visitor.post("/request", answers)
                .then()
                .statusCode(422)
                .body(containsString("#services"))
                .body(containsString("#right"));
    }

    @Test
    void changing_answers_keeps_them() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.put("step", "form");

        visitor.post("/request", answers)
                .then()
                .statusCode(200)
                .body(containsString("value=\"ana@primer.si\""))
                .body(not(containsString("class=\"problems\"")));
    }

    @Test
    void sending_twice_is_sending_once() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("dvakrat@primer.si", "domains"));
        answers.put("step", "check");
        answers.put("key", PageVisitor.hidden(visitor.post("/request", answers), "key"));
        answers.put("step", "send");

        String once = visitor.post("/request", answers)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String twice = visitor.post("/request", answers)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(twice).isEqualTo(once);
        visitor.get(once.substring(once.indexOf("/request")))
                .then()
                .statusCode(200)
                .body(containsString(once.substring(once.indexOf("VP-"))));
    }

    @Test
    void a_made_up_reference_is_not_repeated_on_the_page() {
        visitor.get("/request/sent?reference=%3Cscript%3E")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/request"));
    }

    @Test
    void a_form_without_its_token_changes_nothing_and_says_what_to_do() {
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.put("step", "send");
        answers.put("csrf-token", "");

        visitor.get("/request");
        visitor.post("/request", answers).then().statusCode(400).body(containsString("Nič ni bilo shranjeno"));
    }

    @Test
    void another_tab_does_not_make_the_form_void() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.put("step", "check");
        answers.put("csrf-token", PageVisitor.hidden(visitor.get("/request"), "csrf-token"));
        visitor.get("/sign-in");

        visitor.post("/request", answers).then().statusCode(200);
    }

    @Test
    void a_mailed_link_confirms_once_by_its_button_and_leads_to_the_case() {
        String email = "potrdim@primer.si";
        String reference = visitor.ask(email, "domains");
        String token = new Mails(mailbox).token(email, reference, "/confirm/");

        visitor.get("/confirm/" + token).then().statusCode(200);
        visitor.get("/confirm/" + token).then().body(containsString("Potrjujem zahtevo"));
        visitor.post("/confirm/" + token, Map.of()).then().statusCode(303).header("Location", endsWith("/case"));

        visitor.get("/case")
                .then()
                .statusCode(200)
                .body(containsString(reference))
                .body(containsString("aria-current=\"step\""))
                .body(containsString("Enomesečni rok"))
                .body(containsString("Žan Čebašek"));
        visitor.post("/confirm/" + token, Map.of())
                .then()
                .statusCode(410)
                .body(containsString("Ta povezava ne deluje več"));
    }

    @Test
    void a_forged_link_says_what_can_be_done() {
        visitor.get("/confirm/forged").then().statusCode(200);
        visitor.post("/confirm/forged", Map.of()).then().statusCode(410).body(containsString("/request"));

        visitor.get("/sign-in/forged").then().statusCode(200);
        visitor.post("/sign-in/forged", Map.of()).then().statusCode(410).body(containsString("/sign-in"));
    }

    @Test
    void asking_for_a_sign_in_link_tells_nobody_whether_there_is_a_case() {
        String email = "prijava@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        visitor.post("/sign-out", Map.of()).then().statusCode(303);
        visitor.get("/sign-in");

        Response known = visitor.post("/sign-in", Map.of("reference", reference.toLowerCase(), "email", email));
        Response unknown =
                visitor.post("/sign-in", Map.of("reference", "VP-0000-0000-0000", "email", "nihce@primer.si"));

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        String token = new Mails(mailbox).token(email, reference, "/sign-in/");
        visitor.get("/sign-in/" + token);
        visitor.post("/sign-in/" + token, Map.of()).then().statusCode(303);
        visitor.get("/case").then().statusCode(200).body(containsString(reference));
    }

    @Test
    void who_is_not_signed_in_is_led_to_sign_in() {
        for (String path : new String[] {"/case", "/case/progress", "/case/withdraw", "/case/bundles/1"}) {
            visitor.get(path).then().statusCode(303).header("Location", endsWith("/sign-in"));
        }
    }

    @Test
    void signing_out_ends_the_session() {
        String email = "odjava@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        visitor.get("/case").then().statusCode(200);

        visitor.post("/sign-out", Map.of()).then().statusCode(303);

        visitor.get("/case").then().statusCode(303);
    }

    @Test
    void a_request_is_withdrawn_after_asking_again() {
        String email = "umik@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));

        visitor.get("/case/withdraw").then().statusCode(200).body(containsString(reference));
        visitor.post("/case/withdraw", Map.of()).then().statusCode(303);

        visitor.get("/case")
                .then()
                .body(containsString("Zahteva umaknjena"))
                .body(not(containsString("/case/withdraw")));
        visitor.post("/case/withdraw", Map.of()).then().statusCode(303);
    }

    @Test
    void an_answer_that_is_not_there_cannot_be_downloaded() {
        String email = "prenos@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));

        visitor.get("/case/bundles/1").then().statusCode(410);
        visitor.get("/case/bundles/x").then().statusCode(404);
    }

    @Test
    void text_of_any_direction_and_script_stays_what_it_is() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.putAll(Map.of("name", "שלום 👩‍👩‍👧 Łucja", "step", "check"));

        visitor.post("/request", answers).then().statusCode(200).body(containsString("<bdi>שלום 👩‍👩‍👧 Łucja</bdi>"));
    }
}
