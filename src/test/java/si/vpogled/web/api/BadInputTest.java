package si.vpogled.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.ServiceWorld;

/** Whatever is wrong with what is sent: a clear problem, never a 500, nothing written. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class BadInputTest {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String GOOD = """
            {"right": "access", "name": "Ana Novak", "email": "ana@posta.example", "language": "sl"}""";

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void count() throws SQLException {
        before = rows();
    }

    @AfterEach
    void nothingIsWritten() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery("""
                        select (select count(*) from request) + (select count(*) from idempotency)
                             + (select count(*) from history where action = 'submitted')
                             + (select count(*) from letter where kind = 'CONFIRM')""")) {
            found.next();
            return found.getLong(1);
        }
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("right", "\"right\": \"everything\""),
                arguments("right", "\"right\": null"),
                arguments("right", "\"right\": 1"),
                arguments("name", "\"name\": \"\""),
                arguments("name", "\"name\": \" \""),
                arguments("name", "\"name\": \"" + "a".repeat(201) + "\""),
                arguments("name", "\"name\": \"Ana\\u0000\""),
                arguments("name", "\"name\": \"Ana\\nNovak\""),
                arguments("name", "\"name\": \"Ana\\ud800\""),
                arguments("name", "\"name\": [\"Ana\"]"),
                arguments("name", "\"name\": {\"first\": \"Ana\"}"),
                arguments("email", "\"email\": \"ana\""),
                arguments("email", "\"email\": \"ana@posta.example\\r\\nBcc: x@y.example\""),
                arguments("email", "\"email\": \"" + "a".repeat(250) + "@b.si\""),
                arguments("language", "\"language\": \"de\""),
                arguments("services", "\"services\": \"domains\""),
                arguments("services[0]", "\"services\": [\"Robert'); drop table request;--\"]"),
                arguments("services[0]", "\"services\": [null]"),
                arguments("services", "\"services\": [" + "\"domains\",".repeat(20) + "\"domains\"]"),
                arguments("identifiers[0].kind", "\"identifiers\": [{\"kind\": \"iban\", \"value\": \"1\"}]"),
                arguments("identifiers[0].value", "\"identifiers\": [{\"kind\": \"domain\", \"value\": \"\"}]"),
                arguments(
                        "identifiers[0].value",
                        "\"identifiers\": [{\"kind\": \"domain\", \"value\": \"" + "a".repeat(100) + "č.si\"}]"),
                arguments("identifiers[0].extra", "\"identifiers\": [{\"extra\": 1}]"),
                arguments("message", "\"message\": \"" + "m".repeat(5001) + "\""),
                arguments("message", "\"message\": \"a\\u0000b\""),
                arguments("state", "\"state\": \"ready\""));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void a_wrong_field_is_named(String field, String json) {
        String body = GOOD.replaceFirst("\"" + field.replaceAll("[.\\[].*", "") + "\": \"[^\"]*\",? ?", "")
                .replaceFirst("[, ]*}$", ", " + java.util.regex.Matcher.quoteReplacement(json) + "}")
                .replace("{, ", "{");

        Response answer = json(body).header("Accept-Language", "en").post(REQUESTS);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-fields"))
                .body("violations.field", hasItem(field));
        assertThat(answer.asString()).doesNotContain("si.vpogled", "java.", "Exception", "jackson");
    }

    @Test
    void all_wrong_fields_are_told_at_once_in_the_readers_language_and_always_in_one_order() {
        String body = "{\"right\": \"x\", \"name\": \"\", \"email\": \"y\", \"language\": \"z\"}";

        Response slovenian = json(body).header("Accept-Language", "sl").post(REQUESTS);

        slovenian
                .then()
                .header("Content-Language", "sl")
                .body("title", equalTo("Nekatera polja niso pravilna"))
                .body("violations.field", equalTo(java.util.List.of("email", "language", "name", "right")))
                .body("violations.message", hasItems("ne sme biti prazno", "mora biti ena od vrednosti: sl, en"));
        assertThat(json(body).header("Accept-Language", "sl").post(REQUESTS).asString())
                .isEqualTo(slovenian.asString());
    }

    static Stream<String> notJson() {
        return Stream.of(
                "{",
                "{\"right\":",
                "[]",
                "\"access\"",
                "5",
                "NaN",
                GOOD + "x",
                GOOD + GOOD,
                "{\"right\": \"access\", \"right\": \"access\"}",
                "[".repeat(30_000),
                "{\"a\":".repeat(5_000),
                "{\"right\": " + "9".repeat(20_000) + "}",
                "\u0000",
                "<right>access</right>");
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void what_is_no_json_of_this_shape_is_refused(String body) {
        json(body)
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Content-Language", "sl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void no_body_is_refused(String body) {
        json(body).post(REQUESTS).then().statusCode(400).body("type", equalTo("/problems/invalid-fields"));
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 10_000_000})
    void a_body_that_is_too_large_is_refused_before_it_is_read(int size) {
        json(GOOD.replace("}", ", \"message\": \"" + "m".repeat(size) + "\"}"))
                .header("Accept-Language", "en")
                .post(REQUESTS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("At most 64 kB are accepted. Shorten it and send again. Nothing was stored."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json"})
    void another_type_of_body_is_refused(String type) {
        given().contentType(type)
                .body(GOOD)
                .post(REQUESTS)
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void what_cannot_be_answered_in_the_form_asked_for_is_refused() {
        given().accept("application/xml").get("/api/v1/inventory").then().statusCode(406);
        given().put(REQUESTS).then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        given().get("/api/v1/nothing").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", ""})
    void an_idempotency_key_that_is_not_visible_ascii_is_refused(String key) {
        json(GOOD)
                .header("Idempotency-Key", key.isEmpty() ? "k".repeat(129) : key)
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Idempotency-Key"))
                .body("violations[0].in", equalTo("header"));
    }

    @Test
    void a_service_that_is_unknown_is_refused() {
        json(GOOD.replace("}", ", \"services\": [\"telephony\"]}"))
                .post(REQUESTS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\u0000", "' or 1=1 --"})
    void a_link_that_was_never_mailed_is_unusable(String token) {
        int confirmed = json("{\"token\": \"" + token + "\"}")
                .post("/api/v1/confirmations")
                .statusCode();
        int opened = json("{\"ticket\": \"" + token + "\", \"code\": \"" + token + "\"}")
                .post("/api/v1/sessions")
                .statusCode();

        assertThat(confirmed).isIn(400, 410);
        assertThat(opened).isIn(400, 410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=done",
                "right=all",
                "due-before=soon",
                "due-before=2026-02-31",
                "overdue=maybe",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=%00",
                "cursor=MjAyNi0wMS0wMQ",
                "text=%00",
                "assignee=%00"
            })
    void a_wrong_filter_is_named(String query) {
        Response answer = as(DemoStaff.CLERK).urlEncodingEnabled(false).get("/api/v1/staff/requests?" + query);

        answer.then()
                .statusCode(400)
                .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))))
                .body("violations[0].in", equalTo("query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests/%00",
                "requests/VP-7K3M-9Q2D-X4T%27",
                "requests/..%2F..%2Fq%2Fhealth",
                "requests/VP-0000-0000-0000",
                "requests/%F0%9F%92%A9"
            })
    void a_path_that_names_no_case_finds_none(String path) {
        as(DemoStaff.CLERK)
                .urlEncodingEnabled(false)
                .get("/api/v1/staff/" + path)
                .then()
                .statusCode(org.hamcrest.Matchers.in(new Integer[] {400, 404}));
    }

    @Test
    void a_case_an_item_and_a_connector_that_are_not_there_are_not_found() {
        String none = "/api/v1/staff/requests/VP-0000-0000-0000";
        as(DemoStaff.CLERK).post(none + "/acceptance").then().statusCode(404);
        as(DemoStaff.CLERK).post(none + "/runs/none/retry").then().statusCode(404);
        as(DemoStaff.CLERK).delete(none + "/withheld-items/a.b").then().statusCode(404);
        as(DemoStaff.CLERK)
                .post("/api/v1/staff/connectors/none/test")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-connector"));
    }
}
