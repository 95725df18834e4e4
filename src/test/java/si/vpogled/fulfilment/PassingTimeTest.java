package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.History;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.testing.Mails;
import si.vpogled.testing.OutsideTransactions;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.text.Language;

/** What happens by itself when its day comes. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PassingTimeTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));

    @Inject
    SettableClock clock;

    @Inject
    SubmitRequest submit;

    @Inject
    ConfirmRequest confirm;

    @Inject
    AcceptRequest accept;

    @Inject
    ExtendTimeLimit extend;

    @Inject
    ReleaseRequest release;

    @Inject
    CaseProgress progress;

    @Inject
    DownloadBundle download;

    @Inject
    BundleShelf shelf;

    @Inject
    History history;

    @Inject
    ObjectStore store;

    @Inject
    RequestKeys keys;

    @Inject
    EntityManager database;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void what_nobody_confirms_ends_and_its_link_with_it() {
        String reference = submitted();
        String token = new Mails(mailbox).token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/");

        clock.advance(Duration.ofDays(8));

        await().atMost(Duration.ofSeconds(100))
                .until(() -> state(id(reference)) instanceof State.Closed closed
                        && closed.ending() instanceof State.Ending.NotConfirmed);
        assertThatThrownBy(() -> confirm.confirm(token, Set.of())).isInstanceOf(CaseException.class);
        // whoever typed that name and address, nobody said that they had
        await().atMost(Duration.ofSeconds(100))
                .until(() -> progress.of(id(reference)).request().email().isEmpty());
        assertThat(progress.of(id(reference)).request().name()).isEmpty();
        assertThat(keysOf(reference)).isZero();
    }

    @Test
    void a_confirmation_link_works_once() {
        String reference = submitted();
        String token = new Mails(mailbox).token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/");

        confirm.confirm(token, Set.of());

        assertThatThrownBy(() -> confirm.confirm(token, Set.of()))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.LINK_UNUSABLE));
    }

    @Test
    void after_the_download_period_the_key_is_shredded_and_the_case_closed() throws Exception {
        UUID request = answered();
        new DownloadBundle(shelf, keys, new OutsideTransactions(store), history, clock)
                .open(request, 1)
                .content()
                .close();

        clock.advance(Duration.ofDays(31));

        await().atMost(Duration.ofSeconds(100))
                .until(() -> state(request) instanceof State.Closed closed
                        && closed.ending() instanceof State.Ending.Answered);
        assertThatThrownBy(() -> download.open(request, 1))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.DOWNLOAD_OVER));
        await().atMost(Duration.ofSeconds(100)).until(() -> shredded(request));
    }

    @Test
    void a_time_limit_is_extended_once_with_a_letter_and_only_within_the_first_month() {
        UUID request = confirmed(submitted());
        String reference = progress.of(request).request().reference();

        extend.extend(reference, CLERK, "Zahteva zajema veliko podatkov.");

        assertThat(progress.of(request).limit().isExtended()).isTrue();
        assertThatThrownBy(() -> extend.extend(reference, CLERK, "še enkrat"))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.EXTENDED_ALREADY));
        await().atMost(Duration.ofSeconds(100))
                .until(() -> new Mails(mailbox)
                        .to(DemoCustomers.PRIVATE_EMAIL).stream()
                                .anyMatch(mail -> mail.get("text").asText().contains("veliko podatkov")));

        UUID late = confirmed(submitted());
        clock.advance(Duration.ofDays(40));
        assertThatThrownBy(() -> extend.extend(progress.of(late).request().reference(), CLERK, "prepozno"))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.EXTENSION_TOO_LATE));
    }

    private long keysOf(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long)
                        database.createNativeQuery("select count(*) from idempotency where reference = ?1", Long.class)
                                .setParameter(1, reference)
                                .getSingleResult());
    }

    private String submitted() {
        return submit.submit(
                new Submission(
                        Right.ACCESS,
                        List.of("domains"),
                        "Maja Žagar",
                        DemoCustomers.PRIVATE_EMAIL,
                        List.of(),
                        Language.SL,
                        ""),
                Optional.of(UUID.randomUUID().toString()));
    }

    private UUID confirmed(String reference) {
        String token = new Mails(mailbox).token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/");
        return confirm.confirm(token, Set.of()).request();
    }

    /** Domains hold no hosted content, so that one proof is enough. */
    private UUID answered() {
        String reference = submitted();
        UUID request = confirmed(reference);
        accept.accept(reference, CLERK);
        await().atMost(Duration.ofMinutes(2)).until(() -> state(request) instanceof State.InReview);
        release.release(reference, CLERK, Optional.empty(), Optional.empty());
        await().atMost(Duration.ofMinutes(2)).until(() -> state(request) instanceof State.Ready);
        return request;
    }

    private boolean shredded(UUID request) {
        try {
            QuarkusTransaction.requiringNew().run(() -> keys.keyPair(request));
            return false;
        } catch (RuntimeException gone) {
            return true;
        }
    }

    private State state(UUID request) {
        return progress.of(request).request().state();
    }

    private UUID id(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) database.createNativeQuery("select id from request where reference = ?1", UUID.class)
                        .setParameter(1, reference)
                        .getSingleResult());
    }
}
