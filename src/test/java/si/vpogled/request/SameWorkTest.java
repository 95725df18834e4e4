package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.subject.Identifier;
import si.vpogled.testing.HibernateStatements;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The time of an answer tells nothing about who is known, since the same work is done before it for everybody. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SameWorkTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    @Inject
    StagedCases cases;

    @Inject
    AskForSignIn ask;

    private final String email = "enako-" + UUID.randomUUID() + "@posta.example";
    private final String stranger = "tujec-" + UUID.randomUUID() + "@posta.example";
    private String reference;

    @BeforeEach
    void a_confirmed_case() {
        reference = cases.in(DECIDING, email, Language.SL);
    }

    @Test
    void asking_to_sign_in_takes_the_same_statements_with_a_case_as_without() {
        List<String> known = HibernateStatements.of(() -> ask(reference, email));

        assertThat(known).isNotEmpty();
        assertThat(HibernateStatements.of(() -> ask("VP-0000-0000-0000", stranger)))
                .isEqualTo(known);
        assertThat(HibernateStatements.of(() -> ask("", email))).isEqualTo(known);
        assertThat(HibernateStatements.of(() -> ask(reference, stranger))).isEqualTo(known);
        assertThat(HibernateStatements.of(() -> ask(cases.submitted(stranger, Language.SL), stranger)))
                .endsWith(known.toArray(String[]::new));
    }

    @Test
    void what_differs_is_left_to_a_task_that_there_is_with_a_case_and_without() {
        assertThat(tasks(reference, email)).isEqualTo(1);
        assertThat(tasks("VP-0000-0000-0000", stranger)).isEqualTo(1);
    }

    @Test
    void sending_a_request_takes_the_same_statements_for_a_customer_as_for_a_stranger() {
        List<String> customer = HibernateStatements.of(() -> cases.submitted(DemoCustomers.PRIVATE_EMAIL, Language.SL));

        assertThat(customer).isNotEmpty();
        assertThat(HibernateStatements.of(() -> cases.submitted(stranger, Language.SL)))
                .isEqualTo(customer);
        assertThat(HibernateStatements.of(() -> cases.submitted(email, Language.SL)))
                .isEqualTo(customer);
    }

    private String ask(String reference, String email) {
        return ask.ask(reference, new Identifier.Email(email));
    }

    /** How many an asking schedules. */
    private long tasks(String reference, String email) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ask(reference, email);
            return cases.written("scheduled_tasks");
        });
    }
}
