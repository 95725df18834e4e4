package si.vpogled.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CaseAccessTest {
    private static final String ENDED = "se je vaša seja končala";
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2026-01-01T00:00:00Z\"}";
    private static final String WITHDRAWN = closed("\"kind\": \"withdrawn\"");
    private static final String NOT_CONFIRMED = closed("\"kind\": \"not-confirmed\"");
    private static final String REFUSED =
            closed("\"kind\": \"refused\", \"ground\": \"already-answered\", \"reason\": \"Odgovor z dne 1. 3.\"");

    @Inject
    StagedCases staged;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private final PageVisitor visitor = new PageVisitor("sl");

    private static String closed(String ending) {
        return "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": {" + ending + "}}";
    }

    @Test
    void a_mailed_link_confirms_once_by_its_button_and_leads_to_the_case() {
        String email = "potrdim@primer.si";
        String reference = visitor.ask(email, "domains");
        String token = new Mails(mailbox).token(email, reference, "/confirm/");

        visitor.get("/confirm/" + token).then().statusCode(200);
        visitor.get("/confirm/" + token).then().body(containsString("Potrjujem zahtevo"));
        visitor.post("/confirm/" + token, Map.of()).then().statusCode(303).header("Location", endsWith("/case"));

        visitor.get("/case")
                .then()
                .statusCode(200)
                .body(containsString(reference))
                .body(containsString("aria-current=\"step\""))
                .body(containsString("Enomesečni rok"))
                .body(containsString("Žan Čebašek"));
        visitor.post("/confirm/" + token, Map.of())
                .then()
                .statusCode(410)
                .body(containsString("Ta povezava je že bila uporabljena"));
    }

    @Test
    void who_is_not_signed_in_is_led_to_sign_in() {
        for (String path : new String[] {"/case", "/case/progress", "/case/withdraw", "/case/bundles/1"}) {
            visitor.get(path).then().statusCode(303).header("Location", endsWith("/sign-in?ended"));
        }
        visitor.get("/sign-in?ended").then().body(containsString(ENDED));
        visitor.get("/sign-in").then().body(not(containsString(ENDED)));
    }

    @Test
    void signing_out_ends_the_session() {
        String email = "odjava@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        visitor.get("/case").then().statusCode(200);

        visitor.post("/sign-out", Map.of()).then().statusCode(303);

        visitor.get("/case").then().statusCode(303);
    }

    @Test
    void an_ended_session_and_a_forged_one_are_told_alike() {
        String reference = staged.in(WITHDRAWN, "konec@primer.si", Language.SL);
        String session = staged.session(reference);
        PageVisitor.subject("sl", session).get("/case").then().statusCode(200);
        staged.signedOut(reference);

        for (String token : new String[] {session, "izmisljena"}) {
            PageVisitor.subject("sl", token)
                    .get("/case")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/sign-in?ended"));
        }
    }

    @Test
    void what_to_do_against_a_decision_is_told_only_where_there_is_one() {
        String reference = staged.in(WITHDRAWN, "pritozba@primer.si", Language.SL);
        PageVisitor subject = PageVisitor.subject("sl", staged.session(reference));
        subject.get("/case")
                .then()
                .statusCode(200)
                .body(not(containsString("od prejema te odločitve")))
                .body(not(containsString("do roka ne odgovorimo")));

        staged.move(reference, NOT_CONFIRMED);
        subject.get("/case").then().statusCode(200).body(not(containsString("od prejema te odločitve")));

        staged.move(reference, REFUSED);
        for (int i = 0; i < 2; i++) {
            subject.get("/case").then().statusCode(200).body(containsString("od prejema te odločitve"));
        }
        assertThat(staged.number(
                        "select count(*) from history where request_id = ?1 and action = 'letter-read'",
                        staged.id(reference)))
                .as("that the decision was received is on record")
                .isEqualTo(1);
    }

    @Test
    void a_request_is_withdrawn_after_asking_again() {
        String email = "umik@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));

        visitor.get("/case/withdraw").then().statusCode(200).body(containsString(reference));
        visitor.post("/case/withdraw", Map.of()).then().statusCode(303);

        visitor.get("/case")
                .then()
                .body(containsString("Zahteva umaknjena"))
                .body(not(containsString("/case/withdraw")));
        visitor.post("/case/withdraw", Map.of()).then().statusCode(303);
    }

    @Test
    void the_page_of_a_request_does_nothing_with_another_that_was_signed_in_to_in_another_tab() {
        String former = staged.in(DECIDING, "prva@primer.si", Language.SL);
        String now = staged.in(DECIDING, "druga@primer.si", Language.SL);
        PageVisitor tab = PageVisitor.subject("sl", staged.session(now));
        tab.get("/case/withdraw").then().body(containsString("name=\"reference\" value=\"" + now + "\""));

        tab.post("/case/withdraw", Map.of("reference", former))
                .then()
                .statusCode(409)
                .body(containsString("medtem prijavili v drugo zahtevo"), containsString(now));
        tab.send("/case/messages", Map.of("reference", former, "text", "Umaknil bi prvo"))
                .then()
                .statusCode(409)
                .body(containsString("Umaknil bi prvo</textarea>"));

        tab.get("/case").then().body(containsString("Sporočil še ni"), containsString("/case/withdraw"));
        tab.post("/case/withdraw", Map.of("reference", now)).then().statusCode(303);
        tab.get("/case").then().body(containsString("Zahteva umaknjena"));
    }

    @Test
    void an_answer_that_is_not_there_cannot_be_downloaded() {
        String email = "prenos@primer.si";
        String reference = visitor.ask(email, "domains");
        visitor.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));

        visitor.get("/case/bundles/1").then().statusCode(410);
        visitor.get("/case/bundles/x").then().statusCode(404);
    }
}
