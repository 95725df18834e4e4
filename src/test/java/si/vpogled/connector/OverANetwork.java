package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import si.vpogled.connector.definition.SourceDefinition;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.FaultyProxy.Conduct;

/**
 * What a connector promises whose sources are reached over a network, by ports of 127.0.0.1. Each of its servers
 * misbehaves in turn while the others are well: what depends on it fails, and nothing else does.
 */
public interface OverANetwork extends Backend {
    Duration PROMPT = Duration.ofSeconds(10);
    Duration A_WHILE = Duration.ofMillis(10);
    Set<FaultKind> UNAVAILABLE = Set.of(FaultKind.UNAVAILABLE);
    Set<FaultKind> UNAVAILABLE_OR_DEFECT = Set.of(FaultKind.UNAVAILABLE, FaultKind.DEFECT);

    /** Every server that the definition's sources speak to; they are asked for {@link #one()} and {@link #several()}. */
    List<Remote> remotes();

    /** Somebody of whom a server has more to tell than it gets to; what they have much of fails. */
    default Person cutOff(Remote remote) {
        return many();
    }

    @Test
    default void eachSourceHasAServerThatIsPutThroughFaults() {
        assertThat(remotes().stream().map(Remote::source).collect(Collectors.toSet()))
                .isEqualTo(definition().sources().stream()
                        .map(SourceDefinition::id)
                        .collect(Collectors.toSet()));
        assertThat(remotes()).allSatisfy(remote -> {
            assertThat(environment(remote, 1)).as("%s", remote).isNotEqualTo(environment());
            assertThat(dependence(remote).items(one())).as("%s", remote).isNotEmpty();
        });
        assertThat(this instanceof OverHttp).isEqualTo(remotes().stream().anyMatch(Remote::http));
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aSlowBackendThatComesInTimeIsReadToTheEnd(Remote remote) throws Exception {
        Instant started = Instant.now();

        Outcome outcome = runThrough(remote, new Conduct.Delay(A_WHILE), 120, several());

        assertThat(Duration.between(started, Instant.now())).isGreaterThan(A_WHILE.multipliedBy(2));
        assertThat(outcome.items()).allSatisfy(item -> assertThat(item.fault()).isEmpty());
        assertThat(Extracts.found(outcome)).isEqualTo(several().found());
        assertThat(outcome.identifiers())
                .containsExactlyInAnyOrderElementsOf(several().accounts());
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aSlowBackendIsUnavailableWhenTheRunsTimeIsUp(Remote remote) throws Exception {
        timeIsUp(remote, new Conduct.Delay(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aSilentBackendIsUnavailableWhenTheRunsTimeIsUp(Remote remote) throws Exception {
        timeIsUp(remote, new Conduct.Silence());
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aBackendTooSlowForAllThatItHasIsUnavailable(Remote remote) throws Exception {
        Person person = cutOff(remote);

        Outcome outcome = runThrough(remote, new Conduct.Delay(Duration.ofMillis(300)), 3, person);

        isCutOff(remote, person, outcome, UNAVAILABLE);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aBackendThatIsNotThereIsUnavailable(Remote remote) throws Exception {
        int gone;
        try (FaultyProxy proxy = FaultyProxy.to(remote.port())) {
            gone = proxy.port();
        }
        Extracts.failsAlone(this, remote.source(), environment(remote, gone), UNAVAILABLE);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aConnectionThatDropsAtOnceIsUnavailable(Remote remote) throws Exception {
        failsAlone(remote, new Conduct.Cut(0), UNAVAILABLE);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aConnectionThatDropsHalfWayLeavesNothingHalfToldAsFound(Remote remote) throws Exception {
        Person person = cutOff(remote);

        Outcome outcome = runThrough(remote, new Conduct.Cut(remote.halfWay()), 60, person);

        isCutOff(remote, person, outcome, UNAVAILABLE);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void nonsenseIsNeverTakenForAnAnswer(Remote remote) throws Exception {
        failsAlone(remote, new Conduct.Garbage(0), UNAVAILABLE_OR_DEFECT);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void nonsenseHalfWayIsNeverTakenForAnAnswer(Remote remote) throws Exception {
        Person person = cutOff(remote);

        Outcome outcome = runThrough(remote, new Conduct.Garbage(remote.halfWay()), 6, person);

        isCutOff(remote, person, outcome, UNAVAILABLE_OR_DEFECT);
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void anInterruptedRunEndsPromptlyAndLeavesNothing(Remote remote) throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(remote.port()).conduct(new Conduct.Silence())) {
            CountDownLatch watched = new CountDownLatch(1);
            Ordered ordered = ordered().watcher((records, bytes) -> {
                watched.countDown();
                return true;
            });
            Order order = ordered.order(one().known());
            FutureTask<Outcome> task = new FutureTask<>(() -> ordered.run(order, environment(remote, proxy.port())));
            Thread caller = Thread.ofPlatform().start(task);
            assertThat(watched.await(30, TimeUnit.SECONDS)).isTrue();
            Instant interrupted = Instant.now();

            caller.interrupt();

            assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(Duration.between(interrupted, Instant.now())).isLessThan(PROMPT);
            Extracts.nothingIsLeft(ordered);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.class)
    default void aRunThatIsNoLongerWantedEndsPromptlyAndLeavesNothing(Remote remote) throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(remote.port()).conduct(new Conduct.Silence())) {
            Ordered ordered = ordered().watcher((records, bytes) -> false);
            Instant started = Instant.now();

            assertThatThrownBy(() -> ordered.run(ordered.order(one().known()), environment(remote, proxy.port())))
                    .isInstanceOf(ConnectorException.class);

            assertThat(Duration.between(started, Instant.now())).isLessThan(PROMPT);
            Extracts.nothingIsLeft(ordered);
        }
    }

    /** {@link #environment()} with another port in place of one server's. */
    default Map<String, String> environment(Remote remote, int port) {
        String own = Integer.toString(remote.port());
        Map<String, String> through = new HashMap<>();
        environment()
                .forEach((name, value) -> through.put(
                        name,
                        value.equals(own)
                                ? Integer.toString(port)
                                : value.replaceAll(":" + own + "(?!\\d)", ":" + port)));
        return through;
    }

    private Dependence dependence(Remote remote) {
        return new Dependence(definition(), remote.source());
    }

    private void failsAlone(Remote remote, Conduct conduct, Set<FaultKind> kinds) throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(remote.port()).conduct(conduct)) {
            Extracts.failsAlone(this, remote.source(), environment(remote, proxy.port()), kinds);
        }
    }

    private void timeIsUp(Remote remote, Conduct conduct) throws Exception {
        Person person = one();

        Outcome outcome = runThrough(remote, conduct, 3, person);

        Extracts.toldInFullOrFailed(person, outcome, UNAVAILABLE);
        Set<String> lost = Extracts.names(dependence(remote).items(person));
        assertThat(outcome.items())
                .filteredOn(item -> lost.contains(item.item().toString()))
                .allSatisfy(item -> Extracts.failedWith(item, UNAVAILABLE));
    }

    private void isCutOff(Remote remote, Person person, Outcome outcome, Set<FaultKind> kinds) {
        Extracts.toldInFullOrFailed(person, outcome, kinds);
        Set<String> touched = Extracts.names(dependence(remote).items(person));
        assertThat(outcome.items())
                .filteredOn(item -> touched.contains(item.item().toString()))
                .anySatisfy(item -> Extracts.failedWith(item, kinds));
        Set<String> read = Extracts.names(dependence(remote).read(person));
        assertThat(outcome.items())
                .filteredOn(item -> read.contains(item.item().toString()))
                .filteredOn(item -> person.found().getOrDefault(item.item().toString(), 0L) >= 100_000)
                .allSatisfy(item -> Extracts.failedWith(item, kinds));
    }

    private Outcome runThrough(Remote remote, Conduct conduct, long seconds, Person person) throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(remote.port()).conduct(conduct)) {
            Ordered ordered = ordered().seconds(seconds);
            boolean much = person.found().values().stream().anyMatch(count -> count >= 100_000);
            Order order = much ? ordered.order(person.known(), person.held()) : ordered.order(person.known());
            Instant started = Instant.now();
            Outcome outcome = ordered.run(order, environment(remote, proxy.port()));
            assertThat(Duration.between(started, Instant.now()))
                    .isLessThan(Duration.ofSeconds(seconds).plus(PROMPT));
            Extracts.isSound(ordered, order, outcome);
            return outcome;
        }
    }
}
