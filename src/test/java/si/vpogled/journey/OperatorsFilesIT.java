package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ProductionJar;

/** The inventory and the definitions that an operator puts in the place of those that come along. */
@ExtendWith(SharedDemoWorld.class)
class OperatorsFilesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path OURS = Path.of("src/main/resources");

    @TempDir
    Path folder;

    private Path inventory;
    private Path definitions;

    @BeforeEach
    void copy_what_comes_along() throws IOException {
        inventory = Files.copy(OURS.resolve("inventory.yaml"), folder.resolve("inventory.yaml"));
        definitions = copyOfDefinitions("definitions");
    }

    private Path copyOfDefinitions(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(OURS.resolve("connectors"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @AfterEach
    void asBefore() {
        RestAssured.reset();
    }

    /** All at once: each takes as long as a start does. */
    @Test
    void what_is_wrong_in_them_ends_the_start_with_file_line_and_reason(DemoWorld world) throws IOException {
        Map<String, Wrong> wrongs = new LinkedHashMap<>();
        int lines = Files.readAllLines(inventory).size();
        Path unknownKey = changed("unknown-key.yaml", text -> text + "shoe-size: 43\n");
        wrongs.put("inventory", new Wrong(unknownKey, definitions, unknownKey + ":" + (lines + 1) + ":"));
        Path bomb = Files.writeString(folder.resolve("bomb.yaml"), """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """);
        wrongs.put("bomb", new Wrong(bomb, definitions, bomb + ":1:4: the anchor &a is not allowed"));
        Path many = copyOfDefinitions("many");
        Path billing = replace(many.resolve("billing.yaml"), "concurrency: 4", "concurrency: many");
        wrongs.put("definition", new Wrong(inventory, many, billing + ":" + line(billing, "concurrency") + ":"));
        Path four = copyOfDefinitions("four");
        Files.delete(four.resolve("dostavljalec.yaml"));
        wrongs.put(
                "unanswered",
                new Wrong(
                        inventory,
                        four,
                        inventory + ":",
                        "the item dostavljalec.user-data.contact-lists names the connector dostavljalec, and there is"
                                + " none of that name"));
        Path stray = copyOfDefinitions("stray");
        Path strayed = replace(stray.resolve("billing.yaml"), "item: vat-id", "item: shoe-size");
        wrongs.put(
                "stray",
                new Wrong(
                        inventory,
                        stray,
                        strayed + ":" + line(strayed, "shoe-size") + ":",
                        "answers for the item domains.legal-framework.shoe-size, which the inventory does not have"));

        Map<String, ServiceProcess> started = new LinkedHashMap<>();
        try {
            wrongs.forEach((name, wrong) -> started.put(name, start(world, "wrong-" + name, wrong)));
            wrongs.forEach((name, wrong) -> assertEnded(name, started.get(name), wrong));
        } finally {
            started.values().forEach(ServiceProcess::close);
        }
    }

    /** @param told what stands in the log, all on one line */
    private record Wrong(Path inventory, Path definitions, String... told) {}

    private static ServiceProcess start(DemoWorld world, String name, Wrong wrong) {
        return ServiceProcess.start(ProductionJar.settings(
                world,
                name,
                Map.of(
                        "VPOGLED_INVENTORY_FILE", wrong.inventory().toString(),
                        "VPOGLED_CONNECTORS_DIRECTORY", wrong.definitions().toString())));
    }

    private static void assertEnded(String name, ServiceProcess service, Wrong wrong) {
        await(name).atMost(PATIENCE).until(() -> !service.alive());
        assertThat(service.exitValue()).as(name).isNotZero();
        assertThat(log(service)).as(name).anySatisfy(line -> assertThat(line).contains(wrong.told()));
    }

    private static List<String> log(ServiceProcess service) {
        try {
            return Files.readAllLines(service.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_service_goes_by_them_and_accepts_by_itself_what_it_was_told_to(DemoWorld world) throws IOException {
        replace(inventory, "version: \"1.0\"", "version: \"7.3\"");
        replace(inventory, "name: Gostovanje Lipa d.o.o.", "name: Gostovanje Hrast d.o.o.");
        replace(definitions.resolve("billing.yaml"), "title: {sl: Obračun,", "title: {sl: Blagajna,");
        try (ServiceProcess service = ServiceProcess.start(ProductionJar.settings(
                world,
                "operators-files",
                Map.of(
                        "VPOGLED_INVENTORY_FILE",
                        inventory.toString(),
                        "VPOGLED_CONNECTORS_DIRECTORY",
                        definitions.toString(),
                        "VPOGLED_REQUEST_RIGHTS_OFFERED",
                        "access",
                        "VPOGLED_REQUEST_ACCEPT_AUTOMATICALLY",
                        "true")))) {
            service.awaitReady(ProductionJar.START);
            RestAssured.baseURI = "http://127.0.0.1";
            RestAssured.port = service.port();

            RestAssured.get("/api/v1/inventory")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo("7.3"))
                    .body("provider.name", equalTo("Gostovanje Hrast d.o.o."));
            PageVisitor.staff(DemoStaff.CLERK)
                    .get("/console/connectors")
                    .then()
                    .statusCode(200)
                    .body(containsString("Blagajna"));
            Api.json(Api.body(DemoCustomers.PRIVATE_EMAIL, "domains").replace("access", "erasure"))
                    .post("/api/v1/requests")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/right-not-offered"));
            acceptsWhereOneProofIsEnough(service, world);
        }
    }

    private static void acceptsWhereOneProofIsEnough(ServiceProcess service, DemoWorld world) {
        Journey.Person person = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);
        try (Journey hosted = Journey.submit(service.url(), world.mail(), person, List.of("shared-hosting"));
                Journey domains = Journey.submit(service.url(), world.mail(), person, List.of("domains"))) {
            hosted.confirm();
            await().atMost(PATIENCE)
                    .until(() -> log(service).stream()
                            .anyMatch(line -> line.contains("is left to staff: IDENTITY_INSUFFICIENT")));

            domains.confirm().await("in-review", PATIENCE);

            assertThat(hosted.state()).isEqualTo("awaiting-decision");
            hosted.checkIdentity().await("in-review", PATIENCE);
        }
    }

    private interface Change {
        String of(String text);
    }

    private Path changed(String name, Change change) throws IOException {
        return Files.writeString(folder.resolve(name), change.of(Files.readString(inventory)));
    }

    private static Path replace(Path file, String right, String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        return Files.writeString(file, text.replaceFirst(Pattern.quote(right), wrong));
    }

    private static int line(Path file, String word) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(word)) {
                return i + 1;
            }
        }
        throw new AssertionError(word);
    }
}
