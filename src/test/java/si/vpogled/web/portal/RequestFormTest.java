package si.vpogled.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RequestFormTest {
    private final PageVisitor visitor = new PageVisitor("sl");

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
    void text_of_any_direction_and_script_stays_what_it_is() {
        visitor.get("/request");
        Map<String, Object> answers = new LinkedHashMap<>(PageVisitor.answers("ana@primer.si", "vps"));
        answers.putAll(Map.of("name", "שלום 👩‍👩‍👧 Łucja", "step", "check"));

        visitor.post("/request", answers).then().statusCode(200).body(containsString("<bdi>שלום 👩‍👩‍👧 Łucja</bdi>"));
    }
}
