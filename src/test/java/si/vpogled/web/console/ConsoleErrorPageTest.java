package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

/** What went wrong is told on a page of the console or of the portal, wherever it went wrong. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConsoleErrorPageTest {
    @TestHTTPResource
    URI service;

    @Test
    void a_clerk_who_finds_nothing_keeps_the_consoles_menu_and_their_name() {
        PageVisitor.staff(DemoStaff.CLERK)
                .get("/console/cases/VP-0000-0000-0000")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/console/connectors\""))
                .body(containsString(DemoStaff.CLERK.name()))
                .body(containsString("Na seznam zahtev"))
                .body(not(containsString("href=\"/inventory\"")));
    }

    @Test
    void whoever_is_not_signed_in_sees_the_consoles_frame_and_nobodys_name() {
        new PageVisitor("sl")
                .get("/console/nothing")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/console\""))
                .body(not(containsString("/console/sign-out")))
                .body(not(containsString("href=\"/inventory\"")));
    }

    @Test
    void a_page_of_the_portal_that_is_not_there_shows_the_portals_menu() {
        new PageVisitor("sl")
                .get("/nothing")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/inventory\""))
                .body(not(containsString("Na seznam zahtev")));
    }

    @ParameterizedTest
    @CsvSource({"/nothing?x=1, /nothing?x=1&lang=en", "/console/nothing, /console/nothing?lang=en"})
    void it_is_no_page_of_the_menu_and_its_other_language_is_the_same_again(String path, String other) {
        PageVisitor visitor = new PageVisitor("sl");
        visitor.get(path)
                .then()
                .statusCode(404)
                .body(not(containsString("aria-current")))
                .body(containsString("href=\"" + other.replace("&", "&amp;") + "\""));

        visitor.get(other).then().statusCode(404).body(containsString("<h1>There is nothing here</h1>"));
        visitor.get("/").then().body(containsString("<html lang=\"en\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/console/sign-in"})
    void after_a_form_the_other_language_is_the_page_on_such_problems(String form) {
        PageVisitor visitor = new PageVisitor("sl");
        Response refused = visitor.postFromElsewhere(form);
        refused.then()
                .statusCode(400)
                .body(not(containsString("aria-current")))
                .body(containsString("href=\"/problems/bad-request?lang=en\""));

        visitor.get("/problems/bad-request?lang=en").then().statusCode(200).body(containsString("<html lang=\"en\">"));
    }

    @Test
    void an_address_that_names_another_host_leads_to_none() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create(service.getScheme() + "://" + service.getAuthority() + "//evil.example/x");
            String page = http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("<h1>").doesNotContain("href=\"//");
        }
    }
}
