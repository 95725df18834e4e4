package si.vpogled.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

/** What holds for every route there is, new ones too. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class EveryRouteTest {
    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    static Stream<Routes.Route> all() {
        return Routes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_answer_is_closed_to_other_sites_and_kept_by_nobody(Routes.Route route) {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .request(route.method(), route.example())
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("object-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                containsString("form-action 'self'"),
                                containsString("base-uri 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
                .header("Cache-Control", equalTo("no-store"));
    }

    private static Stream<Routes.Route> forms() {
        return all().filter(
                        route -> route.method().equals("POST") && !route.path().startsWith("/api/"));
    }

    @Test
    void no_form_is_taken_from_another_site_and_the_page_says_what_to_do() {
        PageVisitor subject = subject();
        PageVisitor approver = PageVisitor.staff(DemoStaff.APPROVER);

        assertThat(forms()).hasSizeGreaterThan(15).allSatisfy(route -> {
            PageVisitor sender = route.path().startsWith("/console") ? approver : subject;
            if (route.path().endsWith("/messages")) {
                Response answer = sender.send(route.example(), Map.of("csrf-token", "forged"));
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.asString()).contains("<h1>");
                return;
            }
            for (Response answer : new Response[] {
                sender.postFromElsewhere(route.example()),
                sender.post(route.example(), Map.of("csrf-token", "forged")),
                sender.post(route.example(), Map.of("csrf-token", "A".repeat(22)))
            }) {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.asString()).contains("<h1>").contains("osvežite in pošljite še enkrat");
            }
        });
        subject.get("/case").then().statusCode(200);
        approver.get("/console").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"sl, Dostop ni dovoljen", "en, Not allowed"})
    void a_role_that_may_not_is_told_so_by_a_page(String language, String title) {
        PageVisitor auditor = PageVisitor.staff(DemoStaff.AUDITOR);
        auditor.get("/console?lang=" + language);

        assertThat(forms().filter(route -> !route.who().equals("everybody"))
                        .filter(route -> route.path().startsWith("/console"))
                        .filter(route -> !route.who().contains("auditor")))
                .isNotEmpty()
                .allSatisfy(route -> {
                    Response answer = route.path().endsWith("/messages")
                            ? auditor.send(route.example(), Map.of())
                            : auditor.post(route.example(), Map.of());
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.asString()).contains("<h1>" + title + "</h1>");
                });
    }

    private PageVisitor subject() {
        PageVisitor visitor = new PageVisitor("sl");
        String email = "vse-poti-" + UUID.randomUUID() + "@primer.si";
        visitor.confirm(new Mails(mailbox).token(email, visitor.ask(email, "domains"), "/confirm/"));
        visitor.get("/case").then().statusCode(200);
        return visitor;
    }
}
