package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Launcher;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.storage.seal.Keys;

/** Runs as Jobs, each a process of its own. */
class KubernetesLauncherTest extends OnTestCluster {
    @Test
    void a_run_is_a_job_that_writes_the_extract_and_leaves_no_order_behind() throws Exception {
        Launcher.Report report = launch(job());

        assertThat(report.fault().orElseThrow().message())
                .as("nothing listens there")
                .contains("127.0.0.1:1/x");
        assertThat(report.outcome().orElseThrow().items()).hasSameSizeAs(order.items());
        assertThat(cluster.jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getMetadata().getName()).isEqualTo(JobManifest.name(order)));
        assertThat(cluster.orders()).isEmpty();
    }

    @Test
    void a_program_in_another_language_needs_no_more_than_the_order() throws Exception {
        Launcher.Report report = launch(python(NAME));

        assertThat(report.fault()).isEmpty();
        assertThat(report.outcome().orElseThrow().items())
                .filteredOn(item -> item.outcome() == Found.FOUND)
                .singleElement()
                .satisfies(item -> assertThat(item.item().toString()).isEqualTo(NAME));
    }

    @Test
    void an_extract_is_sealed_to_the_key_of_its_order_alone() throws Exception {
        launch(python(NAME));
        assertThat(Files.readString(store.resolve(order.destination()), StandardCharsets.ISO_8859_1))
                .startsWith("VPOGLED\u0002")
                .doesNotContain("index.html", "outcome.json");

        String altered = Files.readString(Path.of("src/test/python/connector.py"))
                .replace(
                        "order[\"recipient\"][\"x\"] + \"=\"",
                        "\"" + Keys.pair().getX() + "=\"");
        Path script = Files.writeString(folder.resolve("altered.py"), altered);
        Order next = Orders.next(keys, order);

        failed(
                launcher(command("python3", script.toString())).launch(next, (_, _) -> true),
                FaultKind.DEFECT,
                "not sealed to the key of the order");
    }

    @Test
    void what_a_program_says_is_held_against_its_order() throws Exception {
        String altered = Files.readString(Path.of("src/test/python/connector.py"))
                .replace("\"attempt\": order[\"attempt\"], \"conn", "\"attempt\": 7, \"conn");
        Path script = Files.writeString(folder.resolve("altered.py"), altered);

        failed(launch(command("python3", script.toString())), FaultKind.DEFECT, "of another run or attempt");
    }

    @Test
    void one_that_ends_well_and_wrote_nothing_is_a_defect() throws Exception {
        failed(launch(shell("exit 0")), FaultKind.DEFECT, "wrote no extract");
    }

    @Test
    void what_is_misconfigured_is_told_at_once_in_the_jobs_own_words() throws Exception {
        failed(
                launch(shell("echo The password is not set >&2; exit 64")),
                FaultKind.MISCONFIGURED,
                "The password is not set");

        assertThat(cluster.pods()).as("not tried again").hasSize(1);
        assertThat(cluster.orders()).isEmpty();
    }

    @Test
    void an_extract_counts_whatever_became_of_its_job() throws Exception {
        launch(python(NAME));
        cluster.client().batch().v1().jobs().withName(JobManifest.name(order)).delete();

        assertThat(launch(python(NAME)).outcome()).isPresent();
        assertThat(cluster.jobs()).as("not made again").isEmpty();
    }

    @Test
    void a_run_goes_on_without_the_process_that_began_it_and_is_followed_by_the_next() throws Exception {
        FutureTask<Launcher.Report> first = new FutureTask<>(() -> launch(shell(untilTold())));
        Thread thread = Thread.ofVirtual().start(first);
        awaitRunning();

        thread.interrupt();
        assertThatThrownBy(() -> end(first)).hasCauseInstanceOf(InterruptedException.class);
        FutureTask<Launcher.Report> second = begin(shell(untilTold()));
        Files.createFile(told());

        failed(end(second), FaultKind.UNAVAILABLE, "The ledger is away");
        assertThat(cluster.pods()).as("one process did it all").hasSize(1);
    }

    @Test
    void one_that_is_no_longer_wanted_is_ended() throws Exception {
        FutureTask<Launcher.Report> launch =
                new FutureTask<>(() -> launcher(shell(untilTold())).launch(order, (_, _) -> phase().isEmpty()));
        Thread.ofVirtual().start(launch);

        failed(end(launch), FaultKind.UNAVAILABLE, "no longer wanted");
        nothingIsLeft();
    }

    @Test
    void the_next_attempt_ends_what_the_last_one_left() throws Exception {
        FutureTask<Launcher.Report> left = begin(shell(untilTold()));
        awaitRunning();

        launcher(python(NAME)).launch(Orders.next(keys, order), (_, _) -> true);

        failed(end(left), FaultKind.UNAVAILABLE, "deleted");
        assertThat(cluster.jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getMetadata().getName()).endsWith("-2"));
    }

    @Test
    void a_test_of_a_connector_is_a_job_too_and_tells_its_report() throws Exception {
        TestReport report = launcher(job()).test(Orders.billing(job()), Duration.ofSeconds(30));

        assertThat(report.connector()).isEqualTo("billing");
        assertThat(report.checks().getFirst().fault().orElseThrow().message())
                .as("nothing listens there")
                .contains("127.0.0.1:1/x");
        assertThat(report.checks()).hasSizeGreaterThan(2);
        nothingIsLeft();
    }

    @Test
    void a_test_that_cannot_be_made_says_why() throws Exception {
        JobDefinition wrong = shell("echo There is no definition >&2; exit 64");

        TestReport report = launcher(wrong).test(Orders.billing(wrong), Duration.ofSeconds(30));

        assertThat(report.checks()).singleElement().satisfies(check -> {
            assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(check.fault().orElseThrow().message()).isEqualTo("There is no definition");
        });
    }

    @Test
    void one_whose_case_ended_while_nobody_followed_it_is_ended_with_its_order() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(untilTold()));
        awaitRunning();

        launcher(shell("exit 0")).end(order.run());

        nothingIsLeft();
        failed(end(launch), FaultKind.UNAVAILABLE, "deleted");
    }

    @Test
    void how_far_it_says_to_be_is_told_when_it_is_looked_at() throws Exception {
        AtomicReference<String> last = new AtomicReference<>("");
        Path said = folder.resolve("said");
        String script = "echo something else; echo '{\"progress\": {\"records\": 42, \"bytes\": 4200}}'; touch '" + said
                + "'; " + untilTold();
        FutureTask<Launcher.Report> launch =
                new FutureTask<>(() -> launcher(shell(script)).launch(order, (records, bytes) -> {
                    last.set(records + " records, " + bytes + " bytes");
                    return true;
                }));
        Thread.ofVirtual().start(launch);
        awaitRunning();
        await().atMost(PATIENCE).until(() -> Files.exists(said));

        clock.advance(SetCluster.USUAL.resync());

        await().atMost(PATIENCE).until(() -> last.get().equals("42 records, 4200 bytes"));

        Files.createFile(told());
        failed(end(launch), FaultKind.UNAVAILABLE, "The ledger is away");
    }

    @Test
    void of_the_store_it_sees_no_more_than_the_folder_of_its_extract() throws Exception {
        Path seen = folder.resolve("seen");
        launch(shell("dirname \"$(sed 's/.*\"path\":\"\\([^\"]*\\)\".*/\\1/' \"$VPOGLED_GRANT\")\" > " + seen
                + "; env | grep STORE >> " + seen + "; exit 0"));

        Path own = store.resolve(order.destination()).getParent();
        assertThat(seen).hasContent(own.toString());
        assertThat(own).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwxrwx---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.getParent())))
                .as("where those of others are")
                .isEqualTo("rwx------");
    }

    @Test
    void a_store_that_cannot_be_written_to_is_told_before_a_job_is_made() throws Exception {
        Files.createDirectories(store.resolve("requests/" + order.request()));
        Files.createFile(store.resolve("requests/" + order.request() + "/runs"));

        failed(launch(shell("exit 0")), FaultKind.UNAVAILABLE, "is there room, and access?");

        assertThat(cluster.jobs()).isEmpty();
    }
}
