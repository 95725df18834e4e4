package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.FaultyProxy.Conduct;

/** What a connector promises whose backend is reached over a network, by a port of 127.0.0.1. */
public interface OverANetwork extends Backend {
    Duration PROMPT = Duration.ofSeconds(10);
    Set<FaultKind> UNAVAILABLE = Set.of(FaultKind.UNAVAILABLE);
    Set<FaultKind> UNAVAILABLE_OR_DEFECT = Set.of(FaultKind.UNAVAILABLE, FaultKind.DEFECT);

    /** Where the backend listens. */
    int port();

    /** What reaches the backend, or a proxy to it, at a port. */
    Map<String, String> environment(int port);

    @Override
    default Map<String, String> environment() {
        return environment(port());
    }

    /**
     * After how many bytes of a connection's answers the data of {@link #many()} are under way; fewer than the largest
     * answer has, so that trying it again does not bring it through.
     */
    default long halfWay() {
        return 100_000;
    }

    @Test
    default void aSlowBackendIsUnavailableWhenTheRunsTimeIsUp() throws Exception {
        everythingFails(new Conduct.Delay(Duration.ofSeconds(30)), 2, UNAVAILABLE);
    }

    @Test
    default void aSilentBackendIsUnavailableWhenTheRunsTimeIsUp() throws Exception {
        everythingFails(new Conduct.Silence(), 2, UNAVAILABLE);
    }

    @Test
    default void aBackendThatIsNotThereIsUnavailable() throws Exception {
        int gone;
        try (FaultyProxy proxy = FaultyProxy.to(port())) {
            gone = proxy.port();
        }
        Extracts.everythingFails(this, environment(gone), 60, UNAVAILABLE);
    }

    @Test
    default void aConnectionThatDropsAtOnceIsUnavailable() throws Exception {
        everythingFails(new Conduct.Cut(0), 60, UNAVAILABLE);
    }

    @Test
    default void aConnectionThatDropsHalfWayLeavesNothingHalfToldAsFound() throws Exception {
        nothingIsHalfTold(new Conduct.Cut(halfWay()), 60, UNAVAILABLE);
    }

    @Test
    default void nonsenseIsNeverTakenForAnAnswer() throws Exception {
        everythingFails(new Conduct.Garbage(0), 15, UNAVAILABLE_OR_DEFECT);
    }

    @Test
    default void nonsenseHalfWayIsNeverTakenForAnAnswer() throws Exception {
        nothingIsHalfTold(new Conduct.Garbage(halfWay()), 15, UNAVAILABLE_OR_DEFECT);
    }

    @Test
    default void anInterruptedRunEndsPromptlyAndLeavesNothing() throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(port()).conduct(new Conduct.Silence())) {
            CountDownLatch watched = new CountDownLatch(1);
            Ordered ordered = ordered().watcher((records, bytes) -> {
                watched.countDown();
                return true;
            });
            Order order = ordered.order(one().known());
            FutureTask<Outcome> task = new FutureTask<>(() -> ordered.run(order, environment(proxy.port())));
            Thread caller = Thread.ofPlatform().start(task);
            assertThat(watched.await(30, TimeUnit.SECONDS)).isTrue();
            Instant interrupted = Instant.now();

            caller.interrupt();

            assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(Duration.between(interrupted, Instant.now())).isLessThan(PROMPT);
            Extracts.nothingIsLeft(ordered);
        }
    }

    @Test
    default void aRunThatIsNoLongerWantedEndsPromptlyAndLeavesNothing() throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(port()).conduct(new Conduct.Silence())) {
            Ordered ordered = ordered().watcher((records, bytes) -> false);
            Instant started = Instant.now();

            assertThatThrownBy(() -> ordered.run(ordered.order(one().known()), environment(proxy.port())))
                    .isInstanceOf(ConnectorException.class);

            assertThat(Duration.between(started, Instant.now())).isLessThan(PROMPT);
            Extracts.nothingIsLeft(ordered);
        }
    }

    private void everythingFails(Conduct conduct, long seconds, Set<FaultKind> kinds) throws Exception {
        assertThat(runThrough(conduct, seconds, ordered -> ordered.order(one().known()))
                        .items())
                .allSatisfy(item -> Extracts.failedWith(item, kinds));
    }

    private void nothingIsHalfTold(Conduct conduct, long seconds, Set<FaultKind> kinds) throws Exception {
        Map<String, Long> held = many().found();

        assertThat(runThrough(conduct, seconds, ordered -> ordered.order(many().known(), many().held()))
                        .items())
                .filteredOn(item -> held.getOrDefault(item.item().toString(), 0L) >= 100_000)
                .isNotEmpty()
                .allSatisfy(item -> Extracts.failedWith(item, kinds));
    }

    private Outcome runThrough(Conduct conduct, long seconds, Function<Ordered, Order> ordering) throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(port()).conduct(conduct)) {
            Ordered ordered = ordered().seconds(seconds);
            Order order = ordering.apply(ordered);
            Instant started = Instant.now();
            Outcome outcome = ordered.run(order, environment(proxy.port()));
            assertThat(Duration.between(started, Instant.now()))
                    .isLessThan(Duration.ofSeconds(seconds).plus(PROMPT));
            Extracts.isSound(ordered, order, outcome);
            return outcome;
        }
    }
}
