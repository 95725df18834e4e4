package si.vpogled.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.DownloadedBundle;
import si.vpogled.testing.ProductionJar;
import si.vpogled.testing.TraceCollector;

/**
 * The service's log as production has it, and at its most talkative setting for our own classes, tells nothing of the
 * person or their way in, whatever goes wrong, and neither do the traces; and readiness tells what goes wrong.
 */
@ExtendWith(SharedDemoWorld.class)
class LogPrivacyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String WORDS = "Prosim tudi za podatke mojega pokojnega soproga";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** E-mail addresses, addresses of networks, VAT numbers, accounts at banks. */
    private static final Pattern TELLING =
            Pattern.compile("[^\\s<>]+@[^\\s<>]+\\.[a-z]+|(\\d{1,3}\\.){3}\\d{1,3}|SI\\d{8}|SI56\\d{15}");

    /** What others sent, who would have us go on with their trace. */
    private static final String STRANGER = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Its digits are nobody's number. */
    static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]?\\d*");

    @TempDir
    Path folder;

    private TraceCollector traces;

    @Test
    void a_journey_with_faults_leaves_no_personal_data_and_no_secret_in_the_log(DemoWorld world) throws IOException {
        List<String> secret = new ArrayList<>(List.of(
                DemoStaff.CLERK.password(),
                world.environment().get("VPOGLED_MASTER_KEY"),
                world.environment().get("QUARKUS_DATASOURCE_PASSWORD"),
                world.environment().get("VPOGLED_SECRET_BILLING_PASSWORD"),
                STRANGER));
        secret.addAll(identifiers(world));
        Path log;
        try (FaultyProxy panel = FaultyProxy.to(world.whois().panelPort());
                FaultyProxy database = FaultyProxy.to(world.postgres().port());
                FaultyProxy smtp = FaultyProxy.to(world.mail().smtpPort());
                TraceCollector collector = TraceCollector.start();
                ServiceProcess service = ServiceProcess.start(settings(world, panel, database, smtp)
                        .with("QUARKUS_OTEL_SDK_DISABLED", "false")
                        .with("VPOGLED_TRACES_ENDPOINT", collector.url()))) {
            traces = collector;
            log = service.awaitReady(ProductionJar.START).log();
            strangers_send_traces_of_theirs(service);
            panel.conduct(new FaultyProxy.Conduct.Garbage(0));
            secret.addAll(journey(world, service, panel));
            what_is_away_is_told(service, database, smtp);
        }
        secret.addAll(delivered(DownloadedBundle.of(folder.resolve("bundle.zip"))));

        String text = TIME.matcher(Files.readString(log)).replaceAll("");
        assertThat(text.lines())
                .allSatisfy(
                        line -> assertThat(JSON.readTree(line).path("message").isTextual())
                                .as(line)
                                .isTrue());
        assertThat(text).as("the log was written at all").contains("started in");
        assertThat(secret)
                .hasSizeGreaterThan(30)
                .allSatisfy(word -> assertThat(text)
                        .as("as it is, and as JSON has it")
                        .doesNotContain(word)
                        .doesNotContain(quoted(word)));
        all_steps_of_the_case_are_of_the_forms_trace();
        traces_of_strangers_are_not_gone_on_with();
        String told = traces.everything();
        assertThat(secret).allSatisfy(word -> assertThat(told).doesNotContain(word));
        assertThat(told).doesNotContain("127.0.0.1", "/confirm/");
    }

    private void all_steps_of_the_case_are_of_the_forms_trace() {
        assertThat(traces.steps()).extracting(TraceCollector.Step::name).contains("POST /api/v1/requests");
        TraceCollector.Step form = traces.steps().stream()
                .filter(step -> step.name().equals("POST /api/v1/requests"))
                .findFirst()
                .orElseThrow();
        List<TraceCollector.Step> tasks =
                of(form).filter(step -> step.name().startsWith("task ")).toList();
        List<TraceCollector.Step> jobs =
                of(form).filter(step -> step.name().equals("job")).toList();
        assertThat(of(form))
                .extracting(TraceCollector.Step::name)
                .contains("task letter", "task assemble")
                .allMatch(name -> name.startsWith("task ") || name.equals("job") || name.equals(form.name()));
        assertThat(tasks).allSatisfy(step -> assertThat(step.parent()).isEqualTo(form.id()));
        assertThat(tasks)
                .filteredOn(step -> step.name().equals("task run"))
                .extracting(TraceCollector.Step::id)
                .containsAll(jobs.stream().map(TraceCollector.Step::parent).toList());
        assertThat(jobs)
                .extracting(step -> step.attributes().get("vpogled.connector")
                        + " "
                        + step.attributes().get("vpogled.outcome"))
                .contains("billing completed", "hosting completed", "whois-domain defect", "whois-domain completed");
        assertThat(tasks)
                .as("a letter has to be read to tell whose it is")
                .extracting(step -> step.attributes().get("vpogled.case"))
                .containsOnly(form.attributes().get("vpogled.case"));
        assertThat(traces.steps())
                .filteredOn(step -> step.name().endsWith("/acceptance"))
                .singleElement()
                .satisfies(step -> assertThat(step.links()).containsExactly(form.trace()));
    }

    private Stream<TraceCollector.Step> of(TraceCollector.Step form) {
        return traces.steps().stream().filter(step -> step.trace().equals(form.trace()));
    }

    /** One to be joined, and one that is not to be told of to anybody. */
    private static void strangers_send_traces_of_theirs(ServiceProcess service) {
        for (String flags : List.of("01", "00")) {
            given().header("traceparent", "00-" + STRANGER + "-00f067aa0ba902b7-" + flags)
                    .get(service.url() + "/.well-known/jwks.json")
                    .then()
                    .statusCode(200);
        }
    }

    private void traces_of_strangers_are_not_gone_on_with() {
        assertThat(traces.steps())
                .filteredOn(step -> step.name().equals("GET /.well-known/jwks.json"))
                .as("traced as all others are")
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.parent()).isEmpty());
        assertThat(traces.steps()).extracting(TraceCollector.Step::trace).doesNotContain(STRANGER);
    }

    private static ServiceProcess.Settings settings(
            DemoWorld world, FaultyProxy panel, FaultyProxy database, FaultyProxy smtp) {
        String url = world.environment().get("QUARKUS_DATASOURCE_JDBC_URL");
        return ProductionJar.settings(
                world,
                "private-service",
                Map.of(
                        "WHOIS_DOMAIN_URL",
                        "http://127.0.0.1:" + panel.port(),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url.replace(":" + world.postgres().port() + "/", ":" + database.port() + "/"),
                        "QUARKUS_MAILER_PORT",
                        Integer.toString(smtp.port()),
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                        "true",
                        "QUARKUS_LOG_CATEGORY__SI_VPOGLED__LEVEL",
                        "DEBUG"));
    }

    /** By what the customer is known. */
    private static List<String> identifiers(DemoWorld world) {
        Customer customer =
                world.population().customer(DemoCustomers.PRIVATE_NUMBER).orElseThrow();
        return List.of(
                DemoCustomers.PRIVATE_EMAIL,
                "maja.zagar",
                "Žagar",
                "zagar",
                "žagar",
                DemoCustomers.PRIVATE_NUMBER,
                DemoCustomers.PRIVATE_DOMAIN,
                IDN.toASCII(DemoCustomers.PRIVATE_DOMAIN),
                DemoCustomers.PRIVATE_ACCOUNT,
                customer.name(),
                customer.address().street(),
                customer.address().townLine(),
                WORDS,
                "pokojnega",
                "klic na številko");
    }

    /** What the answer tells of the person, and how their files are called. */
    private static Set<String> delivered(DownloadedBundle bundle) {
        Set<String> told = new TreeSet<>();
        for (String name : bundle.collected()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (name.startsWith("shared-hosting/user-data/") && file.length() > 8) {
                told.add(file);
            }
            if (name.endsWith(".json")) {
                TELLING.matcher(bundle.files().get(name))
                        .results()
                        .map(MatchResult::group)
                        .forEach(told::add);
            }
        }
        // backends of the demo listen there
        told.remove("127.0.0.1");
        return told;
    }

    private static String quoted(String word) {
        try {
            String quoted =
                    JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(word);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a backend that talks nonsense at first, a link used twice, and mistakes in what is sent. */
    private List<String> journey(DemoWorld world, ServiceProcess service, FaultyProxy panel) {
        Journey.Person person = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL, WORDS);
        try (Journey journey =
                Journey.submit(service.url(), world.mail(), person, List.of("domains", "shared-hosting"))) {
            List<String> tokens = new ArrayList<>();
            tokens.add(journey.confirm().session());
            assertThatThrownBy(journey::confirm).hasMessageContaining("answered with");
            assertThatThrownBy(() -> journey.release("Žagar, " + DemoCustomers.PRIVATE_EMAIL))
                    .hasMessageContaining("answered with 409");
            journey.checkIdentity().accept().await("in-review", PATIENCE);
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

    private static void what_is_away_is_told(ServiceProcess service, FaultyProxy database, FaultyProxy smtp) {
        String ready = service.managementUrl() + "/q/health/ready";
        smtp.conduct(new FaultyProxy.Conduct.Cut(0));
        given().get(ready).then().statusCode(200);

        database.conduct(new FaultyProxy.Conduct.Cut(0));
        given().get(ready)
                .then()
                .statusCode(503)
                .body("checks.find {it.name == 'database'}.status", equalTo("DOWN"))
                .body("checks.find {it.name == 'database'}.data.why", containsString("Is PostgreSQL up"))
                .body("checks.find {it.name == 'definitions'}.status", equalTo("UP"));
        given().get(service.managementUrl() + "/q/health/well").then().statusCode(200);
        given().get(service.managementUrl() + "/q/health/live").then().statusCode(200);

        database.conduct(new FaultyProxy.Conduct.Pass());
        service.awaitReady(PATIENCE);
    }
}
