package si.vpogled.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.request.History;
import si.vpogled.schedule.Schedule;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A letter that the mail server does not take, or about which it says nothing. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SendLetterTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    @Inject
    Letters letters;

    @Inject
    Letters.Rows rows;

    @Inject
    InTime inTime;

    @Inject
    LetterText text;

    @Inject
    History history;

    @Inject
    Schedule schedule;

    @Inject
    StagedCases cases;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    Vertx vertx;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void to_an_address_that_does_not_exist_it_is_not_sent_again_and_staff_are_told() {
        String reference = cases.in(DECIDING, address(), Language.SL);
        UUID letter = held(reference);
        SendLetter send = through(_ -> refused(550, "550 5.1.1 <x>: Recipient address rejected: User unknown"));

        assertThat(send.run(letter.toString())).isEmpty();

        assertThat(told(reference)).containsExactly("letter-undeliverable");
        assertThat(send.run(letter.toString())).as("nothing any more").isEmpty();
        assertThat(told(reference)).hasSize(1);
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        assertThat(clerk.get("/console/cases/" + reference).asString())
                .contains("Pisma »Obvestilo o sporočilu« (")
                .contains("ne pošiljamo več");
        assertThat(clerk.get("/console?state=all&text=" + reference).asString()).contains("pismo ni dostavljeno");
    }

    /** As of a relay that does not know us: its owner can mend it. */
    @Test
    void what_is_refused_for_good_for_another_reason_is_tried_for_two_weeks() {
        String reference = cases.in(DECIDING, address(), Language.SL);
        UUID letter = held(reference);
        SendLetter send = through(_ -> refused(554, "554 5.7.1 Relay access denied"));

        assertThatThrownBy(() -> send.run(letter.toString())).hasMessageContaining("Relay access denied");
        assertThat(told(reference)).containsExactly("letter-failing");
        assertThat(PageVisitor.staff(DemoStaff.CLERK)
                        .get("/console/cases/" + reference)
                        .asString())
                .contains("Pisma »Obvestilo o sporočilu« že od")
                .contains("Poskušamo naprej");
        clock.advance(Duration.ofDays(13));
        assertThatThrownBy(() -> send.run(letter.toString())).isNotNull();
        clock.advance(Duration.ofDays(1));

        assertThat(send.run(letter.toString())).isEmpty();
        assertThat(told(reference)).containsExactly("letter-failing", "letter-undeliverable");
    }

    @Test
    void a_server_that_asks_to_come_back_is_asked_again() {
        String reference = cases.in(DECIDING, address(), Language.SL);
        UUID letter = held(reference);
        SendLetter send = through(_ -> refused(450, "450 4.1.1 Greylisted"));

        assertThatThrownBy(() -> send.run(letter.toString())).isNotNull();
        // longer than an answer can be fetched, which waits for its letter
        clock.advance(Duration.ofDays(40));
        assertThatThrownBy(() -> send.run(letter.toString())).isNotNull();

        assertThat(told(reference)).containsExactly("letter-failing");
    }

    /** What else there is to do shares its threads with letters. */
    @Test
    void a_server_that_says_nothing_holds_few_letters_and_the_others_come_back_later() throws Exception {
        Semaphore asked = new Semaphore(0);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        SendLetter send = through(_ -> Uni.createFrom().completionStage(() -> {
            asked.release();
            return answer;
        }));
        List<FutureTask<Optional<Instant>>> waiting = new ArrayList<>();
        String reference = cases.in(DECIDING, address(), Language.SL);
        for (int i = 0; i < SendLetter.IN_FLIGHT; i++) {
            String letter = held(reference, "held-" + i).toString();
            FutureTask<Optional<Instant>> sending = new FutureTask<>(() -> send.run(letter));
            waiting.add(sending);
            Thread.ofVirtual().start(sending);
        }
        asked.acquire(SendLetter.IN_FLIGHT);

        UUID one = held(reference, "one more");
        try {
            assertThat(send.run(one.toString())).isPresent();
            assertThat(asked.availablePermits()).as("others asked").isZero();
        } finally {
            answer.complete(null);
        }

        for (FutureTask<Optional<Instant>> sent : waiting) {
            assertThat(sent.get()).isEmpty();
        }
        assertThat(send.run(one.toString())).isEmpty();
        assertThat(told(reference)).hasSize(SendLetter.IN_FLIGHT + 1).containsOnly("letter-sent");
    }

    private interface Answer {
        Uni<Void> to(Mail[] mails);
    }

    private static Uni<Void> refused(int code, String words) {
        return Uni.createFrom()
                .failure(new SMTPException("recipient address not accepted", code, List.of(words), false));
    }

    private SendLetter through(Answer server) {
        ReactiveMailer mailer = server::to;
        return new SendLetter(rows, inTime, text, new Post(mailer, vertx), history, clock);
    }

    private static String address() {
        return "zavrnjeno-" + UUID.randomUUID() + "@posta.example";
    }

    private UUID held(String reference) {
        return held(reference, "held");
    }

    /** What would send it is taken back. */
    private UUID held(String reference, String about) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID request = cases.id(reference);
            letters.order(request, LetterKind.MESSAGE, about);
            UUID letter = (UUID) database.createNativeQuery(
                            "select id from letter where request_id = ?1 and kind = 'MESSAGE' and about = ?2",
                            UUID.class)
                    .setParameter(1, request)
                    .setParameter(2, about)
                    .getSingleResult();
            schedule.cancel(SendLetter.TASK, letter.toString());
            return letter;
        });
    }

    private List<String> told(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(cases.id(reference)).stream()
                        .filter(entry -> entry.detail().getOrDefault("kind", "").equals("message"))
                        .map(entry -> entry.action())
                        .filter(action -> action.startsWith("letter-"))
                        .toList());
    }
}
