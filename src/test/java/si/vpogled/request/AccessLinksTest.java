package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.subject.Identifier;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Links in mails end by themselves, and the database alone opens nothing. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class AccessLinksTest {
    @Inject
    SettableClock clock;

    @Inject
    StagedCases cases;

    @Inject
    ConfirmRequest confirm;

    @Inject
    AskForSignIn ask;

    @Inject
    SignIn signIn;

    @Inject
    Tickets tickets;

    @Inject
    PortalSessions sessions;

    @Inject
    EntityManager database;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private final String email = "povezave-" + UUID.randomUUID() + "@posta.example";

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_confirmation_link_ends_by_itself_even_where_the_case_still_waits() {
        String reference = cases.submitted(email, Language.SL);
        String token = new Mails(mailbox).token(email, reference, "/confirm/");
        neverExpires(reference);
        clock.advance(Duration.ofDays(7).plusMinutes(1));

        refused(() -> confirm.confirm(token, Set.of()));

        assertThat(cases.number(
                        "select count(*) from request where reference = ?1 and state_kind = 'awaiting-confirmation'",
                        reference))
                .isEqualTo(1);
    }

    @Test
    void a_link_of_one_purpose_serves_no_other() {
        String reference = cases.submitted(email, Language.SL);
        String confirmation = new Mails(mailbox).token(email, reference, "/confirm/");
        assertThat(signIn.look(confirmation, Set.of())).contains(SignInOutcome.Reason.UNKNOWN);
        confirm.confirm(confirmation, Set.of());

        String ticket = ask.ask(reference, new Identifier.Email(email));
        String link = new Mails(mailbox).token(email, reference, "/sign-in/");

        refused(() -> confirm.confirm(link, Set.of(ticket)));
        assertThat(signIn.byLink(link, Set.of(ticket))).isInstanceOf(SignInOutcome.Opened.class);
    }

    @Test
    void no_table_holds_a_token() {
        String reference = cases.submitted(email, Language.SL);
        String confirmation = new Mails(mailbox).token(email, reference, "/confirm/");
        String submission = tickets.ofSubmission(reference);
        String session = confirm.confirm(confirmation, Set.of(submission))
                .session()
                .orElseThrow()
                .token();
        String ticket = ask.ask(reference, new Identifier.Email(email));
        String link = new Mails(mailbox).token(email, reference, "/sign-in/");
        String code = new Mails(mailbox).code(email, reference);
        assertThat(sessions.request(session)).isPresent();

        List<String> tables = tables();
        assertThat(tables).contains("access_link", "sign_in", "portal_session", "letter", "scheduled_tasks", "history");
        for (String secret : List.of(confirmation, submission, session, ticket, link, code)) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            for (String table : tables) {
                assertThat(cases.number(
                                "select count(*) from " + table + " x where cast(x as text) like ?1"
                                        + " or cast(x as text) like ?2",
                                "%" + secret + "%",
                                "%" + hex + "%"))
                        .as(table)
                        .isZero();
            }
        }
    }

    private List<String> tables() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select table_name from information_schema.tables where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE'",
                                String.class)
                        .getResultList());
    }

    /** Takes back the task that would end the case. */
    private void neverExpires(String reference) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "delete from scheduled_tasks where task_name = 'expire' and task_instance = ?1")
                        .setParameter(1, cases.id(reference).toString())
                        .executeUpdate());
    }

    private static void refused(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.LINK_UNUSABLE));
    }
}
