package si.vpogled.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class AskingTest {
    @Test
    void what_never_answers_is_asked_once_and_told_as_down_until_it_does() {
        CountDownLatch silent = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Asking asking = new Asking(
                "it",
                () -> {
                    asked.incrementAndGet();
                    silent.await();
                    return true;
                },
                why -> why.getClass().getSimpleName());

        assertThat(asking.answer().getStatus()).isEqualTo(Status.DOWN);
        assertThat(asking.answer().getData())
                .hasValueSatisfying(data -> assertThat(data).containsEntry("why", "TimeoutException"));
        assertThat(asked).hasValue(1);

        silent.countDown();
        assertThat(asking.answer().getStatus()).isEqualTo(Status.UP);
    }
}
