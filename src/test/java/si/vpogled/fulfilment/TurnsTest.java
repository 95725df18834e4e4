package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void who_has_begun_something_waits_with_the_next_and_holds_up_nobody_else() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> turns.take("klara", () -> {
                    begun.countDown();
                    await().atMost(Duration.ofSeconds(30)).until(() -> enough.getCount() == 0);
                    return done.add("first");
                }));
        begun.await();

        Thread second = Thread.ofVirtual().start(() -> turns.take("klara", () -> done.add("second")));
        await().atMost(Duration.ofSeconds(30)).until(() -> second.getState() == Thread.State.WAITING);
        turns.take("peter", () -> done.add("another's"));
        enough.countDown();
        first.join();
        second.join();

        assertThat(done).containsExactly("another's", "first", "second");
    }
}
