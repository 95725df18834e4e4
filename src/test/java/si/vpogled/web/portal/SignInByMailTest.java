package si.vpogled.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

/** Signing in by mail is bound to the browser that asked; whatever goes wrong has a page that says what to do. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SignInByMailTest {
    private static final String NAME = "Žan Čebašek";
    private static final String LOCKED_SL = "Koda je bila prevečkrat napačno vpisana";
    private static final String LOCKED_EN = "The code was entered wrong too often";
    private static final String USED_SL = "Ta povezava ali koda je že bila uporabljena";
    private static final String USED_EN = "This link or code has been used before";
    private static final String EXPIRED_SL = "Čas za prijavo je potekel";
    private static final String EXPIRED_EN = "The time to sign in is over";
    private static final String FORGED_SL = "Ta povezava ni prava";
    private static final String FORGED_EN = "This is not the right link";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    private final PageVisitor visitor = new PageVisitor("sl");
    private final String email = "brskalnik-" + UUID.randomUUID() + "@primer.si";
    private String reference;

    @BeforeEach
    void aConfirmedCase() {
        reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        visitor.post("/sign-out", Map.of()).then().statusCode(303);
        visitor.get("/case").then().statusCode(303);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void the_code_read_elsewhere_signs_in_where_it_was_asked_for() {
        String place = visitor.askForSignIn(reference, email);
        visitor.get(place).then().statusCode(200).body(containsString("name=\"code\""));
        String code = code();

        visitor.post(place, Map.of("code", code.substring(0, 4) + " " + code.substring(4)))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/case"));

        visitor.get("/case").then().statusCode(200).body(containsString(reference));
    }

    @Test
    void the_link_signs_in_where_it_was_asked_for() {
        visitor.askForSignIn(reference, email);
        String link = link();

        visitor.get("/sign-in/" + link).then().statusCode(200).body(containsString("Odprem zahtevo"));
        visitor.post("/sign-in/" + link, Map.of()).then().statusCode(303);

        visitor.get("/case").then().statusCode(200).body(containsString(reference));
    }

    @Test
    void in_another_browser_neither_works_and_the_page_says_where_to_go() {
        String place = visitor.askForSignIn(reference, email);
        String code = code();
        PageVisitor phone = PageVisitor.elsewhere();
        phone.get("/sign-in");

        for (String[] told : new String[][] {
            {"sl", "Vrnite se v brskalnik, v katerem ste zaprosili za prijavo"},
            {"en", "Go back to the browser where you asked to sign in"}
        }) {
            String language = "?lang=" + told[0];
            for (Response answer : new Response[] {
                phone.get("/sign-in/" + link() + language),
                phone.post("/sign-in/" + link() + language, Map.of()),
                phone.get(place + language),
                phone.post(place + language, Map.of("code", code))
            }) {
                answer.then()
                        .statusCode(403)
                        .body(containsString("<h1>" + told[1] + "</h1>"))
                        .body(not(containsString(reference)))
                        .body(not(containsString(NAME)));
            }
        }
        phone.get("/case").then().statusCode(303);
        visitor.get(place);
        visitor.post(place, Map.of("code", code)).then().statusCode(303);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | Čas za prijavo je potekel
            en | The time to sign in is over
            """)
    void a_link_or_code_page_opened_after_the_browser_has_forgotten_its_ticket_is_told_to_be_over(
            String language, String title) {
        String place = visitor.askForSignIn(reference, email);
        String unknown = visitor.askForSignIn("VP-0000-0000-0000", email);
        String code = code();
        String link = link();
        clock.advance(Duration.ofHours(3));
        // cookies end by a browser's own clock
        PageVisitor forgetful = new PageVisitor(language);
        forgetful.get("/sign-in");

        for (Response answer : new Response[] {
            forgetful.get("/sign-in/" + link),
            forgetful.post("/sign-in/" + link, Map.of()),
            forgetful.get(place),
            forgetful.post(place, Map.of("code", code)),
            forgetful.get(unknown)
        }) {
            answer.then()
                    .statusCode(410)
                    .body(containsString("<h1>" + title + "</h1>"))
                    .body(containsString("<a href=\"/sign-in\">"))
                    .body(not(containsString(reference)))
                    .body(not(containsString(NAME)));
        }
    }

    @Test
    void whoever_asks_sees_the_same_whether_there_is_a_case_or_not() {
        String known = visitor.askForSignIn(reference.toLowerCase(), email);
        String unknown = visitor.askForSignIn("VP-0000-0000-0000", "nihce@primer.si");

        assertThat(told(visitor.get(unknown), unknown)).isEqualTo(told(visitor.get(known), known));
        for (int i = 0; i < 6; i++) {
            visitor.get("/sign-in");
            Response one = visitor.post(known, Map.of("code", "00000000"));
            Response other = visitor.post(unknown, Map.of("code", "00000000"));
            assertThat(other.statusCode()).isEqualTo(one.statusCode());
            assertThat(told(other, unknown)).isEqualTo(told(one, known));
        }
    }

    /** In both languages, and what can be done: all of these lead to a new code. */
    private static void over(UnaryOperator<String> address, Function<String, Response> asked, String sl, String en) {
        for (String[] told : new String[][] {{"sl", sl}, {"en", en}}) {
            asked.apply(address.apply(told[0]))
                    .then()
                    .statusCode(410)
                    .body(containsString("<html lang=\"" + told[0] + "\">"))
                    .body(containsString("<h1>" + told[1] + "</h1>"))
                    .body(containsString("href=\"/sign-in\""));
        }
    }

    private static UnaryOperator<String> in(String place) {
        return language -> place + "?lang=" + language;
    }

    private static String told(Response page, String place) {
        return page.asString().replace(place, "").replaceAll("csrf-token\" value=\"[^\"]*", "");
    }

    @Test
    void a_code_tried_too_often_is_locked_and_a_new_one_offered() {
        String place = visitor.askForSignIn(reference, email);
        String code = code();
        visitor.get(place);
        visitor.post(place, Map.of("code", "123")).then().statusCode(422).body(containsString("Še 4 poskusi"));
        visitor.post(place + "?lang=en", Map.of("code", "00000000")).then().body(containsString("3 tries left"));
        visitor.post(place + "?lang=sl", Map.of("code", "00000000")).then().body(containsString("Še 2 poskusa"));
        visitor.post(place, Map.of("code", "00000000")).then().body(containsString("Še 1 poskus,"));

        Map<String, String> wrong = Map.of("code", "00000000");
        over(in(place), page -> visitor.post(page, wrong), LOCKED_SL, LOCKED_EN);
        over(in(place), page -> visitor.post(page, Map.of("code", code)), LOCKED_SL, LOCKED_EN);
        over(in("/sign-in/" + link()), visitor::get, LOCKED_SL, LOCKED_EN);
        visitor.get("/case").then().statusCode(303);

        String again = visitor.askForSignIn(reference, email);
        visitor.get(again);
        visitor.post(again, Map.of("code", new Mails(mailbox).code(email, reference, code)))
                .then()
                .statusCode(303);
    }

    @Test
    void where_codes_were_guessed_all_day_the_page_leads_to_the_mailed_link_which_works() {
        String place = visitor.askForSignIn(reference, email);
        guessedElsewhere();

        visitor.get(place + "?lang=en")
                .then()
                .statusCode(429)
                .body(containsString("No code is taken any more today"))
                .body(containsString("The link in the message still works"));
        visitor.get(place + "?lang=sl")
                .then()
                .statusCode(429)
                .body(containsString("S kodo se danes ni več mogoče prijaviti"))
                .body(containsString("Povezava iz sporočila še vedno deluje"));
        visitor.get("/sign-in");
        visitor.post(place, Map.of("code", code())).then().statusCode(429);

        visitor.get("/sign-in/" + link()).then().statusCode(200);
        visitor.post("/sign-in/" + link(), Map.of()).then().statusCode(303).header("Location", endsWith("/case"));
    }

    /** Twenty times, in some other asking. */
    private void guessedElsewhere() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into sign_in (id, request_id, ticket_hash, link_hash,"
                                + " expires_at, tries, asked_for) select gen_random_uuid(), request_id, id || 't',"
                                + " id || 'l', expires_at, 20, asked_for from sign_in where request_id ="
                                + " (select id from request where reference = ?1)")
                        .setParameter(1, reference)
                        .executeUpdate());
    }

    @Test
    void an_empty_answer_costs_no_try() {
        String place = visitor.askForSignIn(reference, email);
        visitor.get(place);

        visitor.post(place, Map.of("code", " ")).then().statusCode(422).body(containsString("<a href=\"#code\">"));
        visitor.post(place, Map.of("code", "1".repeat(5000))).then().statusCode(422);
        visitor.post(place, Map.of("code", "1")).then().body(containsString("Še 4 poskusi"));
    }

    @Test
    void two_tabs_that_both_asked_both_work() {
        String first = visitor.askForSignIn(reference, email);
        String code = code();
        String second = visitor.askForSignIn(reference, email);
        String other = new Mails(mailbox).code(email, reference, code);

        visitor.get(first);
        visitor.post(first, Map.of("code", code)).then().statusCode(303);
        visitor.get(second);
        visitor.post(second, Map.of("code", other)).then().statusCode(303);
        visitor.get("/case").then().statusCode(200);
    }

    @Test
    void a_form_posted_twice_says_that_the_code_is_used_and_leads_to_the_case() {
        String place = visitor.askForSignIn(reference, email);
        visitor.get(place);
        String code = code();
        visitor.post(place, Map.of("code", code)).then().statusCode(303);

        visitor.post(place, Map.of("code", code)).then().statusCode(410).body(containsString("href=\"/case\""));
        over(in(place), page -> visitor.post(page, Map.of("code", code)), USED_SL, USED_EN);
        over(in("/sign-in/" + link()), visitor::get, USED_SL, USED_EN);
    }

    @Test
    void a_code_and_link_whose_time_is_over_say_so() {
        String place = visitor.askForSignIn(reference, email);
        visitor.get(place);
        String code = code();
        clock.advance(Duration.ofMinutes(16));

        over(in(place), page -> visitor.post(page, Map.of("code", code)), EXPIRED_SL, EXPIRED_EN);
        over(in(place), visitor::get, EXPIRED_SL, EXPIRED_EN);
        over(in("/sign-in/" + link()), visitor::get, EXPIRED_SL, EXPIRED_EN);
        over(in("/sign-in/" + link()), page -> visitor.post(page, Map.of()), EXPIRED_SL, EXPIRED_EN);
    }

    @Test
    void a_forged_link_says_what_can_be_done() {
        over(in("/sign-in/forged"), visitor::get, FORGED_SL, FORGED_EN);
        visitor.get("/sign-in");
        over(in("/sign-in/forged"), page -> visitor.post(page, Map.of()), FORGED_SL, FORGED_EN);
        for (String mark : new String[] {"forged", "AAAAAAAAAAAA", "%27or%271%27=%271"}) {
            over(in("/sign-in/code/" + mark), visitor::get, FORGED_SL, FORGED_EN);
        }
        visitor.get("/confirm/forged").then().statusCode(200);
        over(in("/confirm/forged"), page -> visitor.post(page, Map.of()), FORGED_SL, FORGED_EN);
    }

    @Test
    void a_confirmation_in_another_browser_proves_the_address_and_shows_nothing() {
        String sent = visitor.ask(email, "domains");
        String token = new Mails(mailbox).token(email, sent, "/confirm/");
        PageVisitor phone = PageVisitor.elsewhere();

        phone.get("/confirm/" + token).then().statusCode(200);
        phone.post("/confirm/" + token, Map.of()).then().statusCode(303).header("Location", endsWith("/confirmed"));

        phone.get("/confirmed")
                .then()
                .statusCode(200)
                .body(containsString("Zahteva je potrjena"))
                .body(not(containsString(sent)))
                .body(not(containsString(NAME)));
        phone.get("/case").then().statusCode(303);
        visitor.get("/case").then().statusCode(303);
        visitor.get("/confirm/" + token);
        over(
                in("/confirm/" + token),
                page -> visitor.post(page, Map.of()),
                "Ta povezava je že bila uporabljena",
                "This link has been used before");
    }

    @Test
    void signing_in_gives_a_new_session_and_ends_the_one_before() {
        String before = session();
        String after = session();

        assertThat(after).isNotEqualTo(before);
        PageVisitor kept = PageVisitor.elsewhere();
        kept.get("/case").then().statusCode(303);
        open(before).then().statusCode(303);
        open(after).then().statusCode(200);
    }

    @Test
    void a_session_kept_beyond_signing_out_opens_nothing() {
        String session = session();
        open(session).then().statusCode(200);
        visitor.get("/case");
        visitor.post("/sign-out", Map.of()).then().statusCode(303);

        open(session).then().statusCode(303);
    }

    /** Signs in, and returns the session's token. */
    private String session() {
        String place = visitor.askForSignIn(reference, email);
        visitor.get(place);
        String[] before = codes;
        String code = new Mails(mailbox).code(email, reference, before);
        codes = java.util.stream.Stream.concat(java.util.stream.Stream.of(before), java.util.stream.Stream.of(code))
                .toArray(String[]::new);
        Response signedIn = visitor.post(place, Map.of("code", code));
        assertThat(signedIn.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("vpogled-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        return signedIn.getCookie("vpogled-session");
    }

    private String[] codes = {};

    private static Response open(String session) {
        return io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("vpogled-session", session)
                .get("/case");
    }

    private String code() {
        return new Mails(mailbox).code(email, reference);
    }

    private String link() {
        return new Mails(mailbox).token(email, reference, "/sign-in/");
    }
}
