package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.ProductionJar;

/** The service's log, at its most talkative setting for our own classes, tells nothing of the person or their way in. */
@ExtendWith(SharedDemoWorld.class)
class LogPrivacyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void a_journey_with_faults_leaves_no_personal_data_and_no_secret_in_the_log(DemoWorld world) throws IOException {
        List<String> secret = new ArrayList<>(List.of(
                DemoCustomers.PRIVATE_EMAIL,
                "maja.zagar",
                "Žagar",
                "zagar",
                "žagar",
                "100101",
                DemoStaff.CLERK.password(),
                world.environment().get("VPOGLED_MASTER_KEY"),
                world.environment().get("QUARKUS_DATASOURCE_PASSWORD"),
                world.environment().get("VPOGLED_SECRET_BILLING_PASSWORD")));
        Path log;
        try (FaultyProxy panel = FaultyProxy.to(world.whois().panelPort());
                ServiceProcess service = ServiceProcess.start(ProductionJar.settings(
                        world,
                        "private-service",
                        Map.of(
                                "WHOIS_DOMAIN_URL",
                                "http://127.0.0.1:" + panel.port(),
                                "QUARKUS_LOG_CATEGORY__SI_VPOGLED__LEVEL",
                                "DEBUG")))) {
            log = service.awaitReady(ProductionJar.START).log();
            panel.conduct(new FaultyProxy.Conduct.Garbage(0));
            secret.addAll(journey(world, service, panel));
        }

        String text = Files.readString(log);
        assertThat(text).as("the log was written at all").contains("started in");
        assertThat(secret).allSatisfy(word -> assertThat(text).doesNotContain(word));
    }

    /** With a backend that talks nonsense at first, a link used twice, and mistakes in what is sent. */
    private List<String> journey(DemoWorld world, ServiceProcess service, FaultyProxy panel) {
        Journey.Person person = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);
        try (Journey journey = Journey.submit(service.url(), world.mail(), person, List.of("domains"))) {
            List<String> tokens = new ArrayList<>();
            tokens.add(journey.confirm().session());
            assertThatThrownBy(journey::confirm).hasMessageContaining("answered with");
            assertThatThrownBy(() -> journey.release("Žagar, " + DemoCustomers.PRIVATE_EMAIL))
                    .hasMessageContaining("answered with 409");
            journey.accept().await("in-review", PATIENCE);
            panel.conduct(new FaultyProxy.Conduct.Pass());
            journey.retry("whois-domain").await("in-review", PATIENCE).finish(PATIENCE);
            tokens.add(journey.signIn().session());
            journey.download(1, folder.resolve("bundle.zip"));
            journey.staffView();
            tokens.addAll(journey.tokens("/confirm/"));
            tokens.addAll(journey.tokens("/sign-in/"));
            return tokens;
        }
    }
}
