package si.vpogled.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;
import si.vpogled.web.Routes;

/** What another site's page can make a browser send is no form of ours. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class OwnFormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    @Inject
    StagedCases cases;

    private String reference;
    private String session;

    @BeforeEach
    void signed_in() {
        reference = cases.in(DECIDING, "tuj-obrazec-" + UUID.randomUUID() + "@primer.si", Language.SL);
        session = cases.session(reference);
    }

    static Stream<String> forms() {
        return Stream.concat(
                Stream.of("/console/sign-in/check"),
                Routes.all().stream()
                        .filter(route -> route.method().equals("POST"))
                        .map(Routes.Route::path)
                        .filter(path -> !path.startsWith("/api/"))
                        .map(path -> path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "x")));
    }

    private RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .cookie("vpogled-session", session)
                .header("Accept", "text/html")
                .header("Accept-Language", "sl");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_route_takes_a_form_without_its_type_or_from_another_site(String path) {
        for (RequestSpecification sent : List.of(
                browser().noContentType(),
                browser().contentType("text/plain").body("a=b"),
                browser().contentType(FORM).header("Sec-Fetch-Site", "same-site"),
                browser().contentType(FORM).header("Sec-Fetch-Site", "cross-site"))) {
            sent.post(path)
                    .then()
                    .statusCode(403)
                    .contentType("text/html")
                    .header("Cache-Control", "no-store")
                    .body(containsString("<h1>Obrazca ni poslala naša stran</h1>"));
        }
    }

    @Test
    void a_signed_in_subject_whose_browser_another_page_uses_loses_neither_case_nor_session() {
        browser().noContentType().post("/case/withdraw").then().statusCode(403);
        browser().noContentType().post("/sign-out").then().statusCode(403);

        browser().get("/case").then().statusCode(200);
        assertThat(cases.number(
                        "select count(*) from request where reference = ?1 and state_kind = 'closed'", reference))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin"})
    void our_own_page_may_send(String site) {
        PageVisitor visitor = PageVisitor.subject("sl", session);
        String token = PageVisitor.hidden(visitor.get("/case/withdraw"), "csrf-token");

        browser()
                .cookie("csrf-token", token)
                .header("Sec-Fetch-Site", site)
                .contentType(FORM)
                .formParam("csrf-token", token)
                .post("/case/withdraw")
                .then()
                .statusCode(303);
    }
}
