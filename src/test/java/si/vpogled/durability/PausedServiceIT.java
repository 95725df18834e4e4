package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.Ports;
import si.vpogled.testing.ProductionJar;

/**
 * The service's process is stopped (SIGSTOP) in the middle of its work, as a frozen machine is; a second process on the
 * same database takes over and finishes; then the first goes on (SIGCONT), too late to change anything.
 */
@ExtendWith(SharedDemoWorld.class)
class PausedServiceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Journey.Person NEWSLETTER =
            new Journey.Person("Planinska trgovina", DemoCustomers.NEWSLETTER_EMAIL);

    private static final Journey.Person PRIVATE = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);

    private DemoWorld world;
    private ServiceDatabase database;
    private FaultyProxy dostavljalec;
    private ServiceProcess.Settings settings;
    private ServiceProcess first;
    private ServiceProcess second;
    private Journey journey;
    private Set<Path> uploadsBefore;

    @TempDir
    Path folder;

    @BeforeEach
    void start(DemoWorld shared) throws IOException {
        world = shared;
        database = new ServiceDatabase(world.postgres());
        dostavljalec = FaultyProxy.to(world.dostavljalec().port());
        settings = ProductionJar.settings(
                world,
                "paused-service",
                Map.of(
                        "DOSTAVLJALEC_URL",
                        "http://127.0.0.1:" + dostavljalec.port(),
                        "QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL",
                        "set idle_in_transaction_session_timeout = '5s'"));
        first = ServiceProcess.start(settings).awaitReady(ProductionJar.START);
        uploadsBefore = uploads();
    }

    private void asks(Journey.Person person, String service) {
        journey = Journey.submit(first.url(), world.mail(), person, List.of(service))
                .confirm()
                .checkIdentity();
        // a letter in the middle of being sent would come twice
        database.await(
                "both letters are sent",
                "select request_id from letter where request_id = :case and sent_at is not null offset 1",
                journey.reference());
    }

    @AfterEach
    void stop() throws IOException {
        if (journey != null) {
            journey.close();
        }
        dostavljalec.close();
        first.kill();
        if (second != null) {
            second.close();
        }
    }

    @Test
    void a_run_that_was_taken_over_changes_nothing_when_it_wakes() {
        asks(NEWSLETTER, "dostavljalec");
        dostavljalec.conduct(new FaultyProxy.Conduct.Delay(Duration.ofMillis(5)));
        journey.accept();
        database.awaitRun(journey.reference(), "dostavljalec", "state = 'RUNNING' and records > 0");
        first.pause();
        Set<Path> abandoned = abandonedUploads();
        int paused = attempt("RUNNING", run());
        dostavljalec.conduct(new FaultyProxy.Conduct.Pass());

        secondTakesOver();
        assertThat(attempt("ANSWERED", run())).isGreaterThan(paused);

        firstWakes(abandoned);
    }

    @Test
    void an_assembly_that_was_taken_over_changes_nothing_when_it_wakes() {
        Set<Path> abandoned = stoppedWhileItWrites();
        int paused = attempt("assembling", bundle());

        secondTakesOver();
        assertThat(attempt("ready", bundle())).isGreaterThan(paused);

        firstWakes(abandoned);
    }

    /** What it was writing. Where it was through before it was stopped, another case's is waited for. */
    private Set<Path> stoppedWhileItWrites() {
        for (int tries = 1; tries <= 5; tries++) {
            asks(NEWSLETTER, "dostavljalec");
            journey.accept().await("in-review", PATIENCE).release();
            database.awaitAssembling(journey.reference());
            await("the bundle is being written, or there already")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(() -> !abandonedUploads().isEmpty() || bundle().startsWith("ready "));
            first.pause();
            Set<Path> writing = abandonedUploads();
            if (!writing.isEmpty() && bundle().startsWith("assembling ")) {
                return writing;
            }
            first.resume();
            journey.finish(PATIENCE).close();
        }
        throw new AssertionError("It was through with its work each time before it was stopped");
    }

    @Test
    void a_process_that_stops_within_a_transaction_keeps_its_locks_from_nobody() {
        asks(PRIVATE, "domains");
        journey.accept().await("in-review", PATIENCE);
        int paused;
        try (Gate gate = Gate.before(world.postgres(), "bundle", "update", "new.state = 'ready'")) {
            journey.release();
            gate.awaitHeld();
            first.pause();
            paused = attempt("assembling", bundle());
            gate.open();
            secondTakesOver();
        }
        assertThat(attempt("ready", bundle())).isGreaterThan(paused);

        firstWakes(Set.of());
    }

    private void secondTakesOver() {
        second = ServiceProcess.start(settings.onPort(Ports.free())).awaitReady(ProductionJar.START);
        journey.at(second.url()).finish(PATIENCE);
        new EndedOnce(world, database).check(journey, folder);
    }

    /** The late one goes on with what it was at; all of the case stays as it was. */
    private void firstWakes(Set<Path> abandoned) {
        List<String> ended = everything();
        Set<String> stored = new EndedOnce(world, database).stored(journey.reference());
        int letters = journey.letters().size();

        first.resume();
        first.awaitReady(PATIENCE);
        await("the late one is through with its work")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    assertThat(uploads()).noneMatch(abandoned::contains);
                    assertThat(new EndedOnce(world, database).stored(journey.reference()))
                            .isEqualTo(stored);
                });

        first.close();
        assertThat(everything()).isEqualTo(ended);
        assertThat(new EndedOnce(world, database).stored(journey.reference())).isEqualTo(stored);
        assertThat(journey.letters()).hasSize(letters);
    }

    /** The number of the attempt, which is in this state. */
    private static int attempt(String state, String found) {
        assertThat(found).startsWith(state + " ");
        return Integer.parseInt(found.substring(state.length() + 1));
    }

    private String run() {
        return database.column(
                        "select state || ' ' || attempt from run where request_id = :case and connector = 'dostavljalec'",
                        journey.reference())
                .getFirst();
    }

    private String bundle() {
        return database.column(
                        "select state || ' ' || attempt from bundle where request_id = :case", journey.reference())
                .getFirst();
    }

    /** Every row of the case that its work writes. */
    private List<String> everything() {
        return database.column("""
                select row_to_json(r)::text from run r where request_id = :case
                union all select row_to_json(b)::text from bundle b where request_id = :case
                union all select row_to_json(h)::text from history h where request_id = :case
                union all select row_to_json(l)::text from letter l where request_id = :case
                union all select row_to_json(k)::text from known_identifier k where request_id = :case
                union all select state::text from request where id = :case
                order by 1""", journey.reference());
    }

    private Set<Path> abandonedUploads() {
        Set<Path> now = new HashSet<>(uploads());
        now.removeAll(uploadsBefore);
        return now;
    }

    /** What is being written into the store now. */
    private Set<Path> uploads() {
        try (Stream<Path> files = Files.list(world.store().resolve(".uploads"))) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
