package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import si.vpogled.demo.server.ReceivedMail;
import si.vpogled.testing.Api;
import si.vpogled.testing.DownloadedBundle;
import si.vpogled.testing.ProductionJar;

/** The database goes back to an earlier time; the store and the mailboxes do not. */
@ExtendWith(SharedDemoWorld.class)
class RestoreIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY =
            "select 'kept' from request_key where request_id = '%s' and wrapped_key is not null";

    @TempDir
    Path folder;

    private DemoWorld world;
    private ServiceProcess.Settings settings;
    private ServiceProcess service;

    @BeforeEach
    void a_service_with_a_database_of_its_own(DemoWorld shared) {
        world = shared;
        world.postgres().run("postgres", "create database restored owner vpogled");
        settings = ProductionJar.settings(
                world,
                "restored-service",
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        world.postgres().jdbcUrl("restored"),
                        "VPOGLED_STORE_DIRECTORY",
                        folder.resolve("store").toString()));
        start();
    }

    @AfterEach
    void stop() {
        service.close();
        world.postgres().run("postgres", "drop database if exists restored");
        world.postgres().run("postgres", "drop database if exists backup");
    }

    @Test
    void a_case_that_was_closed_since_the_backup_is_closed_again_and_another_goes_on_to_its_end() throws IOException {
        try (Journey withdrawn = submit();
                Journey going = submit()) {
            withdrawn.confirm().accept().await("in-review", PATIENCE);
            going.confirm();
            mails(going, 2);
            String closed = id(withdrawn);
            service.close();
            copy("restored", "backup");
            start();

            Api.signedIn(withdrawn.session())
                    .post(service.url() + "/api/v1/requests/" + withdrawn.reference() + "/withdrawal")
                    .then()
                    .statusCode(204);
            await("the key is dropped")
                    .atMost(PATIENCE)
                    .until(() -> column(KEY.formatted(closed)).isEmpty());
            mails(withdrawn, 3);
            going.accept().await("in-review", PATIENCE).release().await("ready", PATIENCE);
            mails(going, 3);
            service.close();
            copy("backup", "restored");
            assertThat(column(KEY.formatted(closed))).as("the backup has it").isNotEmpty();
            start();

            assertThat(column(KEY.formatted(closed))).isEmpty();
            assertThat(column("select state_kind from request where id = '" + closed + "'"))
                    .containsExactly("closed");
            going.accept().await("in-review", PATIENCE).release().await("ready", PATIENCE);
            DownloadedBundle.of(going.download(1, folder.resolve("bundle.zip")));
            mails(going, 4);
            assertThat(going.letters().stream().map(ReceivedMail::subject).distinct())
                    .as("only of the answer, which was made anew, is told twice")
                    .hasSize(3);
            assertThat(withdrawn.letters()).as("nothing is told again").hasSize(3);
        }
    }

    private Journey submit() {
        return Journey.submit(
                service.url(),
                world.mail(),
                new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL),
                List.of("domains"));
    }

    private void start() {
        service = ServiceProcess.start(settings).awaitReady(ProductionJar.START);
    }

    private static void mails(Journey journey, int count) {
        await("letters of " + journey.reference())
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(journey.letters()).hasSize(count));
    }

    /** As a dump that is restored. */
    private void copy(String from, String to) {
        world.postgres().run("postgres", "drop database if exists " + to);
        world.postgres().run("postgres", "create database " + to + " template " + from + " owner vpogled");
    }

    private String id(Journey journey) {
        return column("select cast(id as text) from request where reference = '" + journey.reference() + "'")
                .getFirst();
    }

    private List<String> column(String query) {
        return new ServiceDatabase(world.postgres(), "restored").column(query, "");
    }
}
