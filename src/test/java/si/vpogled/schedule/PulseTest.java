package si.vpogled.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanoseconds = new AtomicLong();
    private final Pulse pulse = new Pulse(InstantSource.system(), nanoseconds::get);

    @Test
    void it_beats_whenever_due_tasks_are_looked_for() throws Exception {
        try (ExecutorService looker = pulse.looker()) {
            look(looker);
            later(MINUTE);
            assertThat(pulse.within(MINUTE)).isFalse();

            look(looker);
            assertThat(pulse.within(MINUTE)).isTrue();
        }
    }

    @Test
    void whoever_else_asks_for_the_time_does_not_make_it_beat() throws Exception {
        try (ExecutorService looker = pulse.looker()) {
            look(looker);
            later(MINUTE);
            pulse.now();
            assertThat(pulse.within(MINUTE)).isFalse();
        }
    }

    @Test
    void a_process_that_does_no_tasks_is_not_waited_for() {
        later(MINUTE.multipliedBy(60));
        assertThat(pulse.within(MINUTE)).isTrue();
    }

    private void look(ExecutorService looker) throws Exception {
        looker.submit(pulse::now).get();
    }

    private void later(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }
}
