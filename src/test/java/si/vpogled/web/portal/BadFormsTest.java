package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** Forms that are too large, cut off or tampered with: a page that says what to do, and nothing is written. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class BadFormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    StagedCases cases;

    @TestHTTPResource
    URI service;

    private long before;

    @BeforeEach
    void count() {
        before = rows();
    }

    @AfterEach
    void nothing_is_written() {
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return cases.number("select (select count(*) from request) + (select count(*) from note)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/request/you", "/request/check", "/sign-in", "/console/cases/VP-0000-0000-0000/note"})
    void a_form_that_is_too_large_gets_a_page_that_says_how_much_is_accepted(String path) {
        for (String[] told : new String[][] {{"sl", "Sprejemamo največ 64 kB"}, {"en", "At most 64 kB are accepted"}}) {
            given().header("Accept", "text/html,application/xhtml+xml")
                    .header("Accept-Language", told[0])
                    .contentType(FORM)
                    .body("message=" + "m".repeat(70_000))
                    .post(path)
                    .then()
                    .statusCode(413)
                    .contentType("text/html")
                    .body(containsString("<html lang=\"" + told[0] + "\">"))
                    .body(containsString("<h1>"))
                    .body(containsString(told[1]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/requests, application/json, application/json, application/problem+json",
        "/request/you, application/x-www-form-urlencoded, text/html, text/html",
        "/console/cases/VP-0000-0000-0000/note, application/x-www-form-urlencoded, text/html, text/html"
    })
    void a_body_that_does_not_say_how_long_it_is_is_refused_in_words(
            String path, String type, String accepted, String answered) throws Exception {
        for (int size : new int[] {70_000, 10_000_000}) {
            for (HttpClient.Version version : HttpClient.Version.values()) {
                HttpResponse<String> answer = streamed(version, path, type, accepted, "m".repeat(size));

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith(answered);
                assertThat(answer.body()).contains("64 kB");
            }
        }
    }

    @Test
    void a_password_without_an_end_is_no_fault_of_ours() throws Exception {
        for (int size : new int[] {10, 60_000, 1_000_000}) {
            HttpResponse<String> answer = streamed(
                    HttpClient.Version.HTTP_1_1,
                    "/console/sign-in",
                    FORM,
                    "text/html",
                    "j_username=klara&j_password=" + "g".repeat(size));

            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).contains("<h1>");
        }
    }

    @Test
    void a_small_body_that_does_not_say_how_long_it_is_is_read() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<String> wrong =
                    streamed(version, "/api/v1/requests", "application/json", "application/json", "{\"right\": \"x\"}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("/problems/invalid-fields", "\"right\"");

            HttpResponse<String> signIn = streamed(version, "/sign-in", FORM, "text/html", "reference=&email=x");
            assertThat(signIn.statusCode()).isEqualTo(400);
            assertThat(signIn.body()).contains("<h1>");
        }
    }

    private HttpResponse<String> streamed(
            HttpClient.Version version, String path, String type, String accepted, String body)
            throws IOException, InterruptedException {
        InputStream content = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            // the first answer settles the version
            client.send(HttpRequest.newBuilder(service.resolve("/")).build(), HttpResponse.BodyHandlers.discarding());
            return client.send(
                    HttpRequest.newBuilder(service.resolve(path))
                            .header("Content-Type", type)
                            .header("Accept", accepted)
                            .header("Accept-Language", "en")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> content))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_cookie_that_is_no_token_is_replaced(String cookie) {
        Response page = given().header("Accept", "text/html")
                .cookie("csrf-token", cookie)
                .get("/request/right");

        page.then().statusCode(200);
        assertThat(page.getCookie("csrf-token")).isNotNull().isNotEqualTo(cookie);
    }

    @Test
    void staffs_forms_are_bounded_too() {
        String reference = Api.submit("obrazci@konzola.example", "domains");
        before = rows();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        clerk.get("/console/cases/" + reference);

        clerk.post("/console/cases/" + reference + "/note", Map.of("note-text", "n".repeat(40_000)))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#note-text\">Skrajšajte"));
        clerk.post("/console/cases/" + reference + "/note", Map.of("note-text", "a\u0000b"))
                .then()
                .statusCode(422)
                .body(containsString("#note-text"));
        clerk.post("/console/cases/" + reference + "/assign", Map.of("to", "k".repeat(10_000)))
                .then()
                .statusCode(not(500));
    }

    @Test
    void a_password_as_long_as_a_book_is_only_wrong() {
        new PageVisitor("sl")
                .signIn("klara", "g".repeat(40_000))
                .then()
                .statusCode(303)
                .header("Location", containsString("/console/sign-in?failed"));
    }
}
