package si.vpogled.web.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Asks what may never answer: with an end, and not again while the last asking is under way. */
final class Asking {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String name;
    private final Callable<?> question;
    private final Function<Throwable, String> advice;
    private FutureTask<?> asked;

    /**
     * @param question throws where all is not well
     * @param advice what to tell of what it threw, or of a {@link TimeoutException}
     */
    Asking(String name, Callable<?> question, Function<Throwable, String> advice) {
        this.name = name;
        this.question = question;
        this.advice = advice;
    }

    HealthCheckResponse answer() {
        FutureTask<?> asking = underWay();
        try {
            asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return HealthCheckResponse.up(name);
        } catch (TimeoutException e) {
            return down(e);
        } catch (ExecutionException e) {
            return down(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(e);
        }
    }

    private synchronized FutureTask<?> underWay() {
        if (asked == null || asked.isDone()) {
            asked = new FutureTask<>(question);
            Thread.ofVirtual().name("health-" + name).start(asked);
        }
        return asked;
    }

    private HealthCheckResponse down(Throwable why) {
        return HealthCheckResponse.named(name)
                .down()
                .withData("why", advice.apply(why))
                .build();
    }
}
