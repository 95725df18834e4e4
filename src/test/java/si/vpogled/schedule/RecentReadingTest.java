package si.vpogled.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentReadingTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 10);

    private final RecentReading<Integer> reading =
            new RecentReading<>(reads::incrementAndGet, Duration.ofSeconds(5), nanoseconds::get);

    @Test
    void nothing_is_read_where_nobody_asks() {
        assertThat(reads).hasValue(0);
    }

    @Test
    void who_asks_soon_after_is_told_the_same() {
        assertThat(reading.get()).contains(1);
        nanoseconds.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(reading.get()).contains(1);
        nanoseconds.addAndGet(1);
        assertThat(reading.get()).contains(2);
    }

    @Test
    void a_reading_that_fails_is_not_tried_again_by_each_who_asks() {
        RecentReading<Integer> failing = new RecentReading<>(
                () -> {
                    reads.incrementAndGet();
                    throw new IllegalStateException("away");
                },
                Duration.ofSeconds(5),
                nanoseconds::get);

        assertThat(failing.get()).isEmpty();
        assertThat(failing.get()).isEmpty();
        assertThat(reads).hasValue(1);
    }
}
