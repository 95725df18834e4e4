package si.vpogled.web.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Every field that staff and subjects send has a bound; what is beyond it is named, and nothing is written. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class StaffBadInputTest {
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String PARTS = "withheld-parts";
    private static final String ITEM = "withheld-items/domains.legal-framework.name";

    @Inject
    StagedCases cases;

    private String reference;
    private String before;

    @BeforeEach
    void a_case_in_review() {
        reference = cases.in(REVIEW, "meje@posta.example", Language.SL);
        before = written();
    }

    @AfterEach
    void nothing_is_written() {
        assertThat(written()).isEqualTo(before);
    }

    private String written() {
        StringBuilder all = new StringBuilder();
        for (String table : new String[] {"note", "identity_proof", "withholding", "withheld_part", "bundle"}) {
            all.append(cases.number("select count(*) from " + table + " where request_id = ?1", cases.id(reference)))
                    .append(' ');
        }
        return all.append(cases.number(
                        "select count(*) from history"
                                + " where request_id = ?1 and actor_kind = 'staff' and action <> 'viewed'",
                        cases.id(reference)))
                .append(' ')
                .append(cases.number("select version from request where reference = ?1", reference))
                .toString();
    }

    private static String field(String name, String value) {
        return "{\"" + name + "\": \"" + value + "\"}";
    }

    private static String check(String method, String identifiers, String note) {
        return "{\"method\": \"" + method + "\", \"identifiers\": [" + identifiers + "], \"note\": \"" + note + "\"}";
    }

    private static String withholding(String ground, String reason) {
        return "{\"ground\": \"" + ground + "\", \"reason\": \"" + reason + "\"}";
    }

    private static String part(String entry, String record, String field, String reason) {
        return "{\"entry\": \"" + entry + "\", \"record\": " + record + ", \"field\": \"" + field
                + "\", \"ground\": \"rights-of-others\", \"reason\": \"" + reason + "\"}";
    }

    static Stream<Arguments> wrongFields() {
        String long2 = "r".repeat(2001);
        String long5 = "n".repeat(5001);
        String account = "{\"kind\": \"customer-number\", \"value\": \"1\"}";
        return Stream.of(
                arguments("POST", "notes", "text", field("text", long5)),
                arguments("POST", "notes", "text", field("text", " ")),
                arguments("POST", "notes", "text", field("text", "a\\u0000b")),
                arguments("POST", "notes", "text", "{}"),
                arguments("POST", "refusal", "reason", withholding("excessive", long2)),
                arguments("POST", "refusal", "reason", withholding("excessive", "")),
                arguments("POST", "refusal", "ground", withholding("because", "x")),
                arguments("POST", "extension", "reason", field("reason", long2)),
                arguments("POST", "extension", "reason", field("reason", "\\u202e")),
                arguments("POST", "release", "partialReason", field("partialReason", long2)),
                arguments("POST", "release", "partialReason", field("partialReason", "a\\u0007")),
                arguments("POST", "end", "reason", field("reason", long2)),
                arguments("PUT", "assignee", "assignee", field("assignee", "k".repeat(65))),
                arguments("PUT", "assignee", "assignee", field("assignee", "kla\\nra")),
                arguments("POST", "identity-checks", "note", check("in-person", "", long5)),
                arguments("POST", "identity-checks", "note", check("in-person", "", "")),
                arguments("POST", "identity-checks", "method", check("guess", "", "x")),
                arguments("POST", "identity-checks", "method", check("mailed-link", "", "x")),
                arguments(
                        "POST",
                        "identity-checks",
                        "identifiers",
                        check("in-person", (account + ",").repeat(50) + account, "x")),
                arguments(
                        "POST",
                        "identity-checks",
                        "identifiers[0].value",
                        check("in-person", account.replace("\"1\"", "\"" + "9".repeat(400) + "\""), "x")),
                arguments(
                        "POST",
                        "identity-checks",
                        "identifiers[0].kind",
                        check("in-person", account.replace("customer-number", "iban"), "x")),
                arguments("PUT", ITEM, "reason", withholding("rights-of-others", long2)),
                arguments("PUT", ITEM, "reason", withholding("rights-of-others", " ")),
                arguments("PUT", ITEM, "ground", withholding("excessive", "x")),
                arguments("POST", PARTS, "entry", part("", "1", "email", "x")),
                arguments("POST", PARTS, "entry", part("e".repeat(1001), "1", "email", "x")),
                arguments("POST", PARTS, "record", part("a/b/c.json", "0", "email", "x")),
                arguments("POST", PARTS, "record", part("a/b/c.json", "1000000001", "email", "x")),
                arguments("POST", PARTS, "record", part("a/b/c.json", "\"x\"", "email", "x")),
                arguments("POST", PARTS, "field", part("a/b/c.json", "1", "f".repeat(201), "x")),
                arguments("POST", PARTS, "reason", part("a/b/c.json", "1", "email", " ")));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void a_field_that_staff_get_wrong_is_named(String method, String path, String field, String body) {
        DemoStaff who = path.equals("end") ? DemoStaff.APPROVER : DemoStaff.CLERK;

        Response answer = as(who, body).request(method, "/api/v1/staff/requests/" + reference + "/" + path);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-fields"))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "refusal", "extension", "end", "identity-checks"})
    void a_body_that_is_missing_or_of_another_shape_is_refused(String path) {
        for (String body : new String[] {"null", "[]", "{\"extra\": 1}", "{"}) {
            as(DemoStaff.APPROVER, body)
                    .post("/api/v1/staff/requests/" + reference + "/" + path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    static Stream<Arguments> wrongWays() {
        return Stream.of(
                arguments(
                        "sign-ins", "reference", "{\"reference\": \"" + "V".repeat(41) + "\", \"email\": \"a@b.si\"}"),
                arguments("sign-ins", "reference", "{\"reference\": \"VP\\u0000\", \"email\": \"a@b.si\"}"),
                arguments("sign-ins", "reference", "{\"email\": \"a@b.si\"}"),
                arguments("sign-ins", "email", "{\"reference\": \"VP\", \"email\": \"ni naslov\"}"),
                arguments("sign-ins", "email", "{\"reference\": \"VP\", \"email\": \"" + "a".repeat(300) + "@b.si\"}"),
                arguments("confirmations", "token", field("token", "t".repeat(101))),
                arguments("confirmations", "token", field("token", " ")),
                arguments("confirmations", "token", field("token", "a\\u0000")),
                arguments("sessions", "token", field("token", "t".repeat(101))),
                arguments("sessions", "token", field("token", "a\\tb")));
    }

    @ParameterizedTest
    @MethodSource("wrongWays")
    void a_field_on_the_way_to_a_session_is_bounded_too(String path, String field, String body) {
        json(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @Test
    void an_answer_that_lacks_a_source_is_not_released_without_a_reason() {
        cases.failed(reference, "whois-domain");

        as(DemoStaff.CLERK, "{}")
                .post("/api/v1/staff/requests/" + reference + "/release")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/answer-incomplete"))
                .body("detail", containsString("whois-domain"));
        as(DemoStaff.CLERK, "{\"partialReason\": \"  \"}")
                .post("/api/v1/staff/requests/" + reference + "/release")
                .then()
                .statusCode(409);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String place = "/console/cases/" + reference;
        assertThat(clerk.get(place).asString()).contains("name=\"release-reason\"");
        clerk.post(place + "/release", Map.of("release-reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#release-reason\">"));
        String version = PageVisitor.hidden(clerk.get(place), "version");
        clerk.post(place + "/release", Map.of("version", version))
                .then()
                .statusCode(409)
                .body(containsString("Odgovor ni popoln"));
    }
}
