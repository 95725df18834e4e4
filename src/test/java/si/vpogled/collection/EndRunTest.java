package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.Outcome.Unidentified;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.MoveCase;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.testing.Metrics;
import si.vpogled.testing.ServiceWorld;

/** What becomes of a run whose attempt ended. The pauses are hours, so that none ends within a test. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class EndRunTest {
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(5);
    private static final Fault AWAY = new Fault(FaultKind.UNAVAILABLE, "No answer");

    @TestHTTPResource(value = "/metrics", management = true)
    URL management;

    @Inject
    CollectingCases cases;

    @Inject
    Runs.Rows rows;

    @Inject
    Attempts attempts;

    @Inject
    MoveCase move;

    @Inject
    KnownIdentifiers known;

    @Inject
    Collect collect;

    @Inject
    InstantSource clock;

    private UUID request;
    private UUID billing;
    private UUID domains;

    @BeforeEach
    void a_run_under_way() {
        request = cases.begin();
        billing = cases.run(request, "billing", RunState.RUNNING);
        domains = cases.run(request, "whois-domain", RunState.WAITING);
    }

    @AfterEach
    void end() {
        cases.end(request);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1H", "2, PT2H", "3, PT4H", "4, PT5H", "12, PT5H"})
    void who_is_away_is_tried_again_after_half_to_the_whole_of_a_pause_that_doubles_up_to_the_longest(
            int attempt, Duration whole) {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cases.running(billing, attempt);
            Instant before = clock.instant();
            end(Launcher.Report.failed(AWAY));

            assertThat(cases.run(billing).state()).isEqualTo(RunState.RETRYING);
            pauses.add(Duration.between(before, cases.run(billing).retryAt().orElseThrow()));
        }

        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(whole.dividedBy(2), whole.plusMinutes(1)))
                .as("not all at once")
                .doesNotHaveDuplicates();
        assertThat(cases.run(domains).state()).as("not told yet").isEqualTo(RunState.WAITING);
    }

    @Test
    void after_the_last_try_it_is_left_to_staff() {
        cases.running(billing, TRIES);

        end(Launcher.Report.failed(AWAY));

        assertThat(cases.run(billing).state()).isEqualTo(RunState.FAILED);
        assertThat(cases.run(billing).fault()).contains(AWAY);
        assertThat(cases.run(domains).state()).isEqualTo(RunState.FAILED);
        assertThat(cases.run(domains).fault().orElseThrow().message()).contains("billing has no answer");
        assertThat(cases.run(domains).started()).as("not asked").isEmpty();
        assertThat(cases.state(request)).isEqualTo("in-review");
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNAVAILABLE")
    void what_trying_again_does_not_mend_is_left_to_staff_at_once(FaultKind kind) {
        end(Launcher.Report.failed(new Fault(kind, "So it is")));

        assertThat(cases.run(billing).state()).isEqualTo(RunState.FAILED);
        assertThat(cases.run(billing).retryAt()).isEmpty();
        assertThat(cases.state(request)).isEqualTo("in-review");
    }

    @Test
    void each_attempt_is_kept_with_its_fault_whatever_came_after() {
        cases.running(billing, 1);
        end(Launcher.Report.failed(AWAY));
        cases.running(billing, 2);
        end(Launcher.Report.of(outcome(List.of())));

        assertThat(attempts.of(request).get(billing))
                .extracting(Attempts.Attempt::number, Attempts.Attempt::fault)
                .containsExactly(tuple(1, java.util.Optional.of(AWAY)), tuple(2, java.util.Optional.empty()));
    }

    @Test
    void each_attempt_is_counted_by_how_it_ended_with_the_time_it_took() {
        // of a name of its own: those of others end meanwhile as well
        UUID run = cases.run(request, "counted", RunState.RUNNING);
        Map<String, Double> before = Metrics.read(management);
        cases.running(run, 1);
        end(cases.order(run), Launcher.Report.failed(AWAY));
        cases.running(run, 2);
        end(cases.order(run), Launcher.Report.of(outcome(List.of())));

        Map<String, Double> after = Metrics.read(management);
        assertThat(Metrics.more(before, after))
                .containsEntry("vpogled_runs_total{connector=\"counted\",outcome=\"unavailable\"}", 1.0)
                .containsEntry("vpogled_runs_total{connector=\"counted\",outcome=\"completed\"}", 1.0)
                .containsEntry("vpogled_run_seconds_count{connector=\"counted\"}", 2.0)
                .containsKey("vpogled_run_seconds_sum{connector=\"counted\"}");
    }

    @Test
    void who_could_not_look_everything_up_takes_nothing_back() {
        Identifier number = new Identifier.CustomerNumber("100700");
        QuarkusTransaction.requiringNew().run(() -> known.add(request, List.of(number), "billing"));
        cases.running(billing, TRIES);

        end(Launcher.Report.of(outcome(List.of(new Unidentified(IdentifierKind.CUSTOMER_NUMBER, AWAY)))));

        assertThat(QuarkusTransaction.requiringNew().call(() -> known.of(request)))
                .contains(number);
        assertThat(cases.run(billing).silent()).isTrue();
    }

    @Test
    void who_looked_everything_up_says_all_there_is() {
        Identifier number = new Identifier.CustomerNumber("100700");
        QuarkusTransaction.requiringNew().run(() -> known.add(request, List.of(number), "billing"));

        end(Launcher.Report.of(outcome(List.of())));

        assertThat(QuarkusTransaction.requiringNew().call(() -> known.of(request)))
                .doesNotContain(number);
    }

    /** As when one process was paused, and another followed the run to its end in its place. */
    @Test
    void an_extract_that_was_counted_stays_whoever_else_tells_of_the_same_end() {
        Order order = cases.order(billing);
        Launcher.Report report = Launcher.Report.of(outcome(List.of()));

        assertThat(end(order, report)).isEqualTo(EndRun.Ended.TAKEN);
        assertThat(end(order, report)).as("still the run's").isEqualTo(EndRun.Ended.TAKEN);
        assertThat(end(order, Launcher.Report.failed(AWAY))).isEqualTo(EndRun.Ended.TAKEN);
        assertThat(cases.run(billing).state()).isEqualTo(RunState.ANSWERED);
    }

    @Test
    void an_extract_of_an_attempt_that_was_overtaken_is_nobodys() {
        Order order = cases.order(billing);
        cases.running(billing, 2);

        assertThat(end(order, Launcher.Report.of(outcome(List.of())))).isEqualTo(EndRun.Ended.NOBODYS);
    }

    private Outcome outcome(List<Unidentified> unidentified) {
        ItemOutcome item = new ItemOutcome(
                ItemId.parse("domains.legal-framework.name"), Found.NONE_HELD, 0, java.util.Optional.empty());
        return new Outcome(
                Order.VERSION,
                billing,
                cases.run(billing).attempt(),
                "billing",
                clock.instant(),
                clock.instant(),
                List.of(item),
                List.of(),
                List.of(),
                unidentified,
                List.of());
    }

    private void end(Launcher.Report report) {
        end(cases.order(billing), report);
    }

    private EndRun.Ended end(Order order, Launcher.Report report) {
        SetLimits limits = new SetLimits(8, TRIES, PAUSE, LONGEST);
        return QuarkusTransaction.requiringNew()
                .call(() -> new EndRun(rows, move, known, collect, limits, clock).end(order, report));
    }
}
