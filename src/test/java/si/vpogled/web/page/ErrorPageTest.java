package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ProblemPage;

/** A page on a problem knows who reads it, and leads them on. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ErrorPageTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    @Inject
    ProblemPage page;

    @Inject
    CurrentIdentityAssociation identities;

    @Inject
    StagedCases cases;

    private PageVisitor customer() {
        String reference = cases.in(DECIDING, "napaka-" + UUID.randomUUID() + "@primer.si", Language.SL);
        PageVisitor customer = PageVisitor.subject("sl", cases.session(reference));
        customer.get("/case").then().statusCode(200);
        return customer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/case/attachments/3f7c2a4e-8f2b-4a53-9a55-0c8a3c1a2b11", "/case/letters/x"})
    void a_customer_who_finds_nothing_is_still_signed_in_and_can_sign_out(String path) {
        PageVisitor customer = customer();

        customer.get(path)
                .then()
                .statusCode(404)
                .body(containsString("<a href=\"/case\">Vaša zahteva</a>"))
                .body(containsString("action=\"/sign-out\""))
                .body(not(containsString("href=\"/sign-in\"")));
        customer.post("/sign-out", Map.of()).then().statusCode(303);
    }

    @Test
    void a_form_that_came_from_elsewhere_shows_a_customer_the_way_to_their_request() {
        customer()
                .postFromElsewhere("/case/withdraw")
                .then()
                .statusCode(400)
                .body(containsString("<a href=\"/case\">Vaša zahteva</a>"));
    }

    @Test
    void nobody_who_is_not_signed_in_is_shown_as_signed_in() {
        new PageVisitor("sl")
                .get("/nothing")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/sign-in\""))
                .body(not(containsString("action=\"/sign-out\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SL | Nimate vloge v konzoli | referent | skrbnik | Odjava
            EN | You have no role in the console | clerk | administrator | Sign out
            """)
    @ActivateRequestContext
    void who_has_no_role_is_told_which_there_are_and_whom_to_ask_and_gets_no_dead_menu(
            Language language, String title, String role, String whom, String out) {
        identities.setIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("gost"))
                .build());

        String html = page.render(
                new ProblemPage.Told(403, "/problems/forbidden", "x", "y"),
                language,
                new ProblemPage.Asked("/console", Optional.of("/console?"), Set.of()));

        assertThat(html)
                .contains("<h1>" + title + "</h1>", "gost", role, whom, out)
                .contains("/console/sign-")
                .doesNotContain("href=\"/console/dashboard\"", "href=\"/console/connectors\"", "problemQueue")
                .doesNotContain("Na seznam zahtev", "To the list of requests");
    }
}
