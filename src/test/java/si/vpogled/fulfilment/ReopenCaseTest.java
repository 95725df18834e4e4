package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Art. 11(2) and 12(2): who could not be identified is answered after all, once more arrives that lets them be. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ReopenCaseTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));

    @Inject
    RefuseRequest refuse;

    @Inject
    ReopenCase reopen;

    @Inject
    ShredTask shred;

    @Inject
    ReadCase read;

    @Inject
    StagedCases cases;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    private String reference;
    private UUID request;

    @BeforeEach
    void a_request_whose_subject_wrote_to_us() {
        reference = cases.in(DECIDING, "znova-%s@posta.example".formatted(UUID.randomUUID()), Language.SL);
        request = cases.id(reference);
        cases.messages(reference, "subject", 1);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private void refused(RefusalGround ground) {
        refuse.refuse(reference, CLERK, ground, "razlog");
    }

    private Instant forgottenAt() {
        return QuarkusTransaction.requiringNew().call(() -> (Instant) database.createNativeQuery(
                        "select execution_time from scheduled_tasks where task_name = 'shred' and task_instance = ?1",
                        Instant.class)
                .setParameter(1, request.toString())
                .getSingleResult());
    }

    @Test
    void what_was_stated_and_written_is_kept_for_a_while_and_the_request_goes_on_where_it_was() throws Exception {
        Instant refusedAt = clock.instant();
        refused(RefusalGround.IDENTITY_NOT_ESTABLISHED);
        assertThat(forgottenAt()).isAfter(refusedAt.plus(Duration.ofDays(29)));

        reopen.reopen(reference, CLERK);

        RequestCase open = read.byId(request);
        assertThat(open.state().key()).isEqualTo("awaiting-decision");
        assertThat(cases.number("select count(*) from message where request_id = ?1", request))
                .isEqualTo(1);
        assertThat(cases.number(
                        "select count(*) from scheduled_tasks where task_name = 'shred' and task_instance = ?1",
                        request.toString()))
                .as("it is not forgotten")
                .isZero();
        assertThat(shred.run(request.toString())).isEmpty();
        assertThat(cases.number("select count(*) from message where request_id = ?1", request))
                .as("not even where that was under way")
                .isEqualTo(1);
    }

    @Test
    void the_time_limit_counts_from_then_on_and_the_subject_is_told() {
        refused(RefusalGround.IDENTITY_NOT_ESTABLISHED);
        clock.advance(Duration.ofDays(25));

        reopen.reopen(reference, CLERK);

        RequestCase open = read.byId(request);
        assertThat(open.receivedAt()).isBefore(clock.instant().minus(24, ChronoUnit.DAYS));
        assertThat(open.dueOn())
                .isAfterOrEqualTo(
                        LocalDate.ofInstant(clock.instant(), TimeLimit.ZONE).plusMonths(1));
        assertThat(letters())
                .anySatisfy(limit ->
                        assertThat(limit).startsWith("Podatke, po katerih smo vas lahko prepoznali, smo prejeli "));
    }

    private List<String> letters() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select facts ->> 'limit' from letter where request_id = ?1 and kind = 'RECEIVED'",
                                String.class)
                        .setParameter(1, request)
                        .getResultList());
    }

    @Test
    void a_second_refusal_is_told_as_the_first_was() {
        refused(RefusalGround.IDENTITY_NOT_ESTABLISHED);
        clock.advance(Duration.ofDays(2));
        reopen.reopen(reference, CLERK);

        refused(RefusalGround.IDENTITY_NOT_ESTABLISHED);

        assertThat(cases.number("select count(*) from letter where request_id = ?1 and kind = 'REFUSED'", request))
                .isEqualTo(2);
    }

    @Test
    void what_is_forgotten_cannot_be_taken_up_again() throws Exception {
        refused(RefusalGround.IDENTITY_NOT_ESTABLISHED);
        shred.run(request.toString());

        assertThatThrownBy(() -> reopen.reopen(reference, CLERK))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.WRONG_STATE));
    }

    @Test
    void what_was_refused_for_another_reason_stays_refused_and_is_forgotten_at_once() {
        refused(RefusalGround.EXCESSIVE);

        assertThatThrownBy(() -> reopen.reopen(reference, CLERK)).isInstanceOf(CaseException.class);
    }
}
