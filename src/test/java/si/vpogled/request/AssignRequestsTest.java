package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Assigning many cases at once: each for itself. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class AssignRequestsTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Optional<String> KLARA = Optional.of("klara");
    private static final Optional<String> OSKAR = Optional.of("oskar");

    @Inject
    AssignRequests assign;

    @Inject
    AssignRequest assignOne;

    @Inject
    ReadCase read;

    @Inject
    History history;

    @Inject
    StagedCases cases;

    @Test
    void each_case_is_assigned_with_a_line_of_its_own_in_its_history() {
        String first = open();
        String second = open();

        assertThat(assign.assign(List.of(seen(first, NOBODY), seen(second, NOBODY)), CLERK, OSKAR))
                .containsExactly(
                        outcome(first, AssignRequests.Result.ASSIGNED, OSKAR),
                        outcome(second, AssignRequests.Result.ASSIGNED, OSKAR));

        assertThat(assignee(first)).isEqualTo(OSKAR);
        assertThat(lines(first)).isEqualTo(1);
        assertThat(lines(second)).isEqualTo(1);
    }

    @Test
    void a_form_that_is_posted_twice_changes_nothing_the_second_time() {
        String reference = open();
        assign.assign(List.of(seen(reference, NOBODY)), CLERK, OSKAR);

        assertThat(assign.assign(List.of(seen(reference, NOBODY)), CLERK, OSKAR))
                .containsExactly(outcome(reference, AssignRequests.Result.UNCHANGED, OSKAR));

        assertThat(lines(reference)).isEqualTo(1);
    }

    @Test
    void what_somebody_else_has_taken_meanwhile_stays_theirs() {
        String reference = open();
        assignOne.assign(reference, CLERK, OSKAR);

        assertThat(assign.assign(List.of(seen(reference, NOBODY)), CLERK, KLARA))
                .containsExactly(outcome(reference, AssignRequests.Result.TAKEN, OSKAR));

        assertThat(assignee(reference)).isEqualTo(OSKAR);
    }

    @Test
    void one_that_cannot_be_assigned_holds_up_no_other() {
        String closed = cases.in(
                "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}",
                email(),
                Language.SL);
        String good = open();

        assertThat(assign.assign(
                        List.of(
                                seen("VP-0000-0000-0000", NOBODY),
                                seen("'; drop table request; --", NOBODY),
                                seen(closed, NOBODY),
                                seen(good, NOBODY)),
                        CLERK,
                        KLARA))
                .extracting(AssignRequests.Outcome::result)
                .containsExactly(
                        AssignRequests.Result.UNKNOWN,
                        AssignRequests.Result.UNKNOWN,
                        AssignRequests.Result.CLOSED,
                        AssignRequests.Result.ASSIGNED);
        assertThat(assignee(good)).isEqualTo(KLARA);
    }

    @Test
    void cases_are_taken_back_too() {
        String reference = open();
        assign.assign(List.of(seen(reference, NOBODY)), CLERK, OSKAR);

        assign.assign(List.of(seen(reference, OSKAR)), CLERK, NOBODY);

        assertThat(assignee(reference)).isEmpty();
        assertThat(lines(reference)).isEqualTo(2);
    }

    @Test
    void auditors_assign_nothing() {
        String reference = open();
        Actor auditor = Actor.staff("rezka", Set.of(Role.AUDITOR));

        assertThatThrownBy(() -> assign.assign(List.of(seen(reference, NOBODY)), auditor, KLARA))
                .isInstanceOf(CaseException.class);
        assertThat(assignee(reference)).isEmpty();
    }

    private static AssignRequests.Chosen seen(String reference, Optional<String> whose) {
        return new AssignRequests.Chosen(reference, whose);
    }

    private static AssignRequests.Outcome outcome(
            String reference, AssignRequests.Result result, Optional<String> whose) {
        return new AssignRequests.Outcome(reference, result, whose);
    }

    private String open() {
        return cases.submitted(email(), Language.SL);
    }

    private static String email() {
        return "dodeli-" + UUID.randomUUID() + "@posta.example";
    }

    private Optional<String> assignee(String reference) {
        return read.byId(QuarkusTransaction.requiringNew().call(() -> cases.id(reference)))
                .assignee();
    }

    private long lines(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(cases.id(reference)).stream()
                        .filter(entry -> entry.action().equals("assigned"))
                        .count());
    }
}
