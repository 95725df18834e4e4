package si.vpogled.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** Follow-up work exists if, and only if, its cause was committed. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ScheduleTest {
    private static final String TASK = "letter";
    private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");

    @Inject
    Schedule schedule;

    @Inject
    StagedCases cases;

    private final String instance = UUID.randomUUID().toString();

    @Test
    void what_is_rolled_back_leaves_no_task() {
        QuarkusTransaction.begin();
        schedule.at(LATER, TASK, instance);
        QuarkusTransaction.rollback();

        assertThat(tasks()).isZero();
    }

    @Test
    void what_is_committed_leaves_one_however_often_it_was_scheduled() {
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> {
                schedule.at(LATER, TASK, instance);
                schedule.at(LATER, TASK, instance);
            });
        }

        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void nothing_is_scheduled_outside_a_transaction() {
        assertThatThrownBy(() -> schedule.at(LATER, TASK, instance))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TASK);

        assertThat(tasks()).isZero();
    }

    @Test
    void a_task_that_nobody_does_cannot_be_scheduled() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> schedule.at(LATER, "nothing", instance)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void a_task_can_be_taken_back() {
        QuarkusTransaction.requiringNew().run(() -> schedule.at(LATER, TASK, instance));

        QuarkusTransaction.requiringNew().run(() -> schedule.cancel(TASK, instance));

        assertThat(tasks()).isZero();
    }

    private long tasks() {
        return cases.number("select count(*) from scheduled_tasks where task_instance = ?1", instance);
    }
}
