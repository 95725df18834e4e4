package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.subject.Identifier;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A mailed code opens a session once, for a while, a few tries long, and only with the ticket it was mailed for. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SignInTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String WRONG = "00000000";

    @Inject
    SettableClock clock;

    @Inject
    StagedCases cases;

    @Inject
    AskForSignIn ask;

    @Inject
    SignIn signIn;

    @Inject
    PortalSessions sessions;

    @Inject
    SignInAskings askings;

    @Inject
    SignInSecrets secrets;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private final String email = "koda-" + UUID.randomUUID() + "@posta.example";
    private String reference;

    @BeforeEach
    void confirmed() {
        reference = cases.in(DECIDING, email, Language.SL);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_code_is_good_for_a_quarter_of_an_hour() {
        String early = ask();
        String code = code();
        clock.advance(Duration.ofMinutes(14));
        assertThat(signIn.byCode(early, code)).isInstanceOf(SignInOutcome.Opened.class);
        clock.reset();

        String late = ask();
        String another = code(code);
        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn.byCode(late, another)).isEqualTo(refused(SignInOutcome.Reason.EXPIRED));
        assertThat(signIn.byLink(link(another), Set.of(late))).isEqualTo(refused(SignInOutcome.Reason.EXPIRED));
    }

    @Test
    void a_code_is_eight_digits_of_which_each_asking_has_its_own() {
        List<String> codes = Stream.iterate(mailedAfter(new String[0]), before -> mailedAfter(before))
                .limit(3)
                .map(all -> all[0])
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("\\d{8}"));
    }

    private String[] mailedAfter(String[] before) {
        ask();
        return Stream.concat(Stream.of(code(before)), Stream.of(before)).toArray(String[]::new);
    }

    @Test
    void link_and_code_are_one_use_together() {
        String ticket = ask();
        String code = code();
        String link = link(code);
        assertThat(signIn.byLink(link, Set.of(ticket))).isInstanceOf(SignInOutcome.Opened.class);

        assertThat(signIn.byCode(ticket, code)).isEqualTo(refused(SignInOutcome.Reason.USED));
        assertThat(signIn.byLink(link, Set.of(ticket))).isEqualTo(refused(SignInOutcome.Reason.USED));
    }

    @Test
    void neither_works_with_the_ticket_of_another_asking() {
        String first = ask();
        String code = code();
        String second = ask();
        String other = code(code);

        assertThat(signIn.byLink(link(code), Set.of(second))).isEqualTo(refused(SignInOutcome.Reason.OTHER_BROWSER));
        assertThat(signIn.byLink(link(code), Set.of())).isEqualTo(refused(SignInOutcome.Reason.OTHER_BROWSER));
        assertThat(signIn.byCode(second, code))
                .isEqualTo(new SignInOutcome.Refused(SignInOutcome.Reason.WRONG_CODE, SignIn.TRIES - 1));
        assertThat(signIn.byCode(first, code)).isInstanceOf(SignInOutcome.Opened.class);
        assertThat(signIn.byCode(second, other)).isInstanceOf(SignInOutcome.Opened.class);
    }

    @Test
    void after_five_wrong_codes_the_right_one_and_the_link_are_void_and_the_history_says_so() {
        String ticket = ask();
        String code = code();
        for (int left = SignIn.TRIES - 1; left > 0; left--) {
            assertThat(signIn.byCode(ticket, WRONG))
                    .isEqualTo(new SignInOutcome.Refused(SignInOutcome.Reason.WRONG_CODE, left));
        }

        assertThat(signIn.byCode(ticket, WRONG)).isEqualTo(refused(SignInOutcome.Reason.LOCKED));
        assertThat(signIn.byCode(ticket, code)).isEqualTo(refused(SignInOutcome.Reason.LOCKED));
        assertThat(signIn.byLink(link(code), Set.of(ticket))).isEqualTo(refused(SignInOutcome.Reason.LOCKED));
        assertThat(history("sign-in-locked")).isEqualTo(1);
        assertThat(history("signed-in")).isZero();
    }

    @Test
    void tries_at_the_same_time_are_counted_one_by_one() throws Exception {
        String ticket = ask();
        code();
        try (ExecutorService many = Executors.newFixedThreadPool(12)) {
            List<Future<SignInOutcome>> tries = IntStream.range(0, 24)
                    .mapToObj(_ -> many.submit(() -> signIn.byCode(ticket, WRONG)))
                    .toList();
            int wrong = 0;
            for (Future<SignInOutcome> one : tries) {
                if (one.get() instanceof SignInOutcome.Refused refused
                        && refused.reason() == SignInOutcome.Reason.WRONG_CODE) {
                    wrong++;
                }
            }
            assertThat(wrong).isEqualTo(SignIn.TRIES - 1);
        }
        assertThat(cases.number("select max(tries) from sign_in where request_id = ?1", cases.id(reference)))
                .isEqualTo(SignIn.TRIES);
        assertThat(history("sign-in-locked")).isEqualTo(1);
    }

    @Test
    void after_twenty_wrong_codes_in_a_day_over_all_askings_only_the_link_signs_in() {
        String mine = ask();
        guess(reference);
        String again = ask();

        for (String ticket : List.of(mine, again)) {
            assertThat(signIn.look(ticket)).contains(SignInOutcome.Reason.CODES_CLOSED);
            assertThat(signIn.byCode(ticket, secrets.code(id(ticket))))
                    .isEqualTo(refused(SignInOutcome.Reason.CODES_CLOSED));
        }
        assertThat(history("sign-in-locked")).isEqualTo(1);
        assertThat(signIn.byLink(secrets.link(id(mine)), Set.of(mine))).isInstanceOf(SignInOutcome.Opened.class);

        clock.advance(Duration.ofHours(25));
        String tomorrow = ask();
        assertThat(signIn.byCode(tomorrow, secrets.code(id(tomorrow)))).isInstanceOf(SignInOutcome.Opened.class);
    }

    @Test
    void whoever_guesses_learns_nothing_of_whether_there_is_a_case() {
        assertThat(guess("VP-0000-0000-0000")).isEqualTo(guess(reference));
        assertThat(signIn.look(ask.ask("VP-0000-0000-0000", new Identifier.Email(email))))
                .isEqualTo(signIn.look(ask()))
                .contains(SignInOutcome.Reason.CODES_CLOSED);
    }

    @Test
    void guesses_at_the_same_time_in_many_askings_are_no_more_than_twenty() throws Exception {
        List<String> tickets = Stream.generate(this::ask).limit(10).toList();
        try (ExecutorService many = Executors.newFixedThreadPool(10)) {
            for (String ticket : tickets) {
                many.submit(() -> IntStream.range(0, SignIn.TRIES - 1).forEach(_ -> signIn.byCode(ticket, WRONG)));
            }
        }

        assertThat(cases.number("select sum(tries) from sign_in where request_id = ?1", cases.id(reference)))
                .isEqualTo(20);
    }

    /** Twenty times, never so often in one asking that it would be locked. */
    private List<SignInOutcome> guess(String of) {
        return Stream.generate(() -> ask.ask(of, new Identifier.Email(email)))
                .limit(5)
                .flatMap(ticket -> IntStream.range(1, SignIn.TRIES).mapToObj(_ -> signIn.byCode(ticket, WRONG)))
                .toList();
    }

    private UUID id(String ticket) {
        return QuarkusTransaction.requiringNew()
                .call(() -> askings.byTicket(ticket, LockModeType.NONE).orElseThrow().id);
    }

    @Test
    void without_a_case_everything_goes_the_same_way_and_nothing_opens() {
        String ticket = ask.ask("VP-0000-0000-0000", new Identifier.Email(email));

        assertThat(signIn.look(ticket)).isEmpty();
        for (int left = SignIn.TRIES - 1; left > 0; left--) {
            assertThat(signIn.byCode(ticket, WRONG))
                    .isEqualTo(new SignInOutcome.Refused(SignInOutcome.Reason.WRONG_CODE, left));
        }
        assertThat(signIn.byCode(ticket, WRONG)).isEqualTo(refused(SignInOutcome.Reason.LOCKED));
        assertThat(signIn.look(ticket)).contains(SignInOutcome.Reason.LOCKED);
    }

    @Test
    void askings_that_are_long_over_are_forgotten() {
        String ticket = ask.ask("VP-0000-0000-0000", new Identifier.Email(email));
        clock.advance(Duration.ofHours(25));

        ask.ask("VP-0000-0000-0000", new Identifier.Email(email));

        assertThat(signIn.look(ticket)).contains(SignInOutcome.Reason.UNKNOWN);
    }

    @Test
    void a_page_that_looks_by_itself_keeps_no_session_alive() {
        String ticket = ask();
        String session =
                ((SignInOutcome.Opened) signIn.byCode(ticket, code())).session().token();
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.peek(session)).isPresent();
        clock.advance(Duration.ofMinutes(11));

        assertThat(sessions.peek(session)).isEmpty();
        assertThat(sessions.request(session)).isEmpty();
    }

    private String ask() {
        return ask.ask(reference, new Identifier.Email(email));
    }

    private String code(String... before) {
        return new Mails(mailbox).code(email, reference, before);
    }

    /** The link of the mail that has the code. */
    private String link(String code) {
        String text = new Mails(mailbox)
                .to(email).stream()
                        .map(mail -> mail.get("text").asText())
                        .filter(mail -> mail.contains(code))
                        .findFirst()
                        .orElseThrow();
        return text.replaceAll("(?s).*/sign-in/([A-Za-z0-9_-]+).*", "$1");
    }

    private long history(String action) {
        return cases.number(
                "select count(*) from history where request_id = ?1 and action = ?2", cases.id(reference), action);
    }

    private static SignInOutcome refused(SignInOutcome.Reason reason) {
        return new SignInOutcome.Refused(reason, 0);
    }
}
