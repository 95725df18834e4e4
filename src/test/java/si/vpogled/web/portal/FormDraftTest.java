package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

/** What is kept of a form that was not sent yet, how, and for how long. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class FormDraftTest {
    private static final String EMAIL = "osnutek@primer.si";
    private static final Duration PERIOD = Duration.ofHours(2);

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    private final PageVisitor visitor = new PageVisitor("sl");

    @BeforeEach
    void empty() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from form_draft").executeUpdate());
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void looking_keeps_nothing_and_sets_no_cookie() {
        Response page = given().header("Accept", "text/html").get("/request/right");

        assertThat(page.getCookie("vpogled-form")).isNull();
        assertThat(contents()).isEmpty();
    }

    @Test
    void no_script_and_no_other_site_can_use_the_cookie() {
        visitor.get("/request/right");

        String cookie =
                visitor.post("/request/right", Map.of("right", "access")).headers().getValues("Set-Cookie").stream()
                        .filter(header -> header.startsWith("vpogled-form="))
                        .findFirst()
                        .orElseThrow();

        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void the_database_alone_tells_no_answer() {
        visitor.fill(EMAIL, "vps");

        assertThat(contents()).singleElement().satisfies(content -> {
            String readable = new String(content, StandardCharsets.UTF_8);
            assertThat(readable).doesNotContain(EMAIL, "Žan", "vps", "form");
        });
    }

    @Test
    void sending_leaves_nothing_of_the_answers() {
        visitor.send(visitor.fill(EMAIL, "vps")).then().statusCode(303);

        assertThat(contents()).isEmpty();
    }

    @Test
    void after_two_hours_without_an_answer_they_are_gone_and_a_page_says_so() {
        Response check = visitor.fill(EMAIL, "vps");
        clock.advance(PERIOD.plusSeconds(1));

        for (Response late : List.of(
                visitor.get("/request/you"),
                visitor.get("/request/check"),
                visitor.post("/request/you", Map.of("name", "Ana")),
                visitor.send(check))) {
            late.then()
                    .statusCode(410)
                    .body(containsString("Odgovorov ni več"))
                    .body(containsString("hranimo 2 uri, nato"));
        }
        visitor.get("/request").then().statusCode(303).header("Location", endsWith("/request/right"));
        visitor.get("/request/right").then().statusCode(200);
        visitor.post("/request/right", Map.of("right", "access")).then().statusCode(303);
    }

    @Test
    void each_answer_prolongs_them_and_whoever_left_has_them_purged() {
        visitor.fill(EMAIL, "vps");
        clock.advance(PERIOD.minusMinutes(1));
        visitor.post("/request/more", Map.of("message", "Še tu")).then().statusCode(303);
        clock.advance(Duration.ofMinutes(2));
        visitor.get("/request/check").then().statusCode(200).body(containsString("Še tu"));
        assertThat(contents()).hasSize(1);

        clock.advance(PERIOD);

        await().atMost(Duration.ofMinutes(1)).until(() -> contents().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "'or'1'='1", "../../etc"})
    void a_forged_cookie_opens_nothing(String cookie) {
        visitor.fill(EMAIL, "vps");

        for (String page : List.of("/request/right", "/request/you", "/request/check")) {
            given().header("Accept", "text/html")
                    .header("Accept-Language", "sl")
                    .cookie("vpogled-form", cookie)
                    .get(page)
                    .then()
                    .statusCode(410)
                    .body(containsString("Odgovorov ni več"));
        }
    }

    @Test
    void a_forged_key_leads_to_nobodys_case() {
        visitor.fill(EMAIL, "vps");
        visitor.send(visitor.get("/request/check"));

        visitor.post("/request/check", Map.of("key", "11111111-1111-1111-1111-111111111111", "digest", "x"))
                .then()
                .statusCode(410);
    }

    private List<byte[]> contents() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database
                                .createNativeQuery("select content from form_draft", byte[].class)
                                .getResultList()
                                .stream()
                                .map(byte[].class::cast)
                                .toList());
    }
}
