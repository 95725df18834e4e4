package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Transports;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.definition.SourceDefinition;
import si.vpogled.connector.job.ConnectorJob;
import si.vpogled.inventory.ItemId;
import si.vpogled.yaml.YamlSchema;

/** What the container image promises, read from what it is built from. */
class ImageTest {
    private static final Path PROGRAMS = Path.of("src/main/docker");
    private static final Pattern STAGE = Pattern.compile("FROM (\\S+)(?: AS (\\S+))?");

    private final List<Stage> stages = stages();

    private record Stage(String base, String name, List<String> steps) {
        List<String> all(String instruction) {
            return steps.stream()
                    .filter(step -> step.startsWith(instruction + " "))
                    .map(step -> step.substring(instruction.length() + 1).strip())
                    .toList();
        }
    }

    @Test
    void ends_with_a_stage_that_nothing_was_built_or_trained_in() {
        assertThat(stages)
                .extracting(Stage::name, Stage::base)
                .containsExactly(
                        tuple("build", "${JDK}"),
                        tuple("runtime", "${BASE}"),
                        tuple("training", "runtime"),
                        tuple("", "runtime"));
    }

    @Test
    void names_the_versions_of_what_it_builds_on() throws IOException {
        assertThat(lines().filter(line -> line.matches("ARG (JDK|BASE)=.*")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("ARG [A-Z]+=docker\\.io/[a-z/-]+:[a-z0-9.-]+"))
                .noneMatch(line -> line.contains("latest"));
    }

    @Test
    void runs_as_a_user_without_rights_named_by_number() {
        assertThat(last().all("USER")).containsExactly("10001:10001");
        assertThat(stage("runtime").steps())
                .anySatisfy(step -> assertThat(step).contains("vpogled:x:10001:10001::/nonexistent:/usr/sbin/nologin"));
    }

    @Test
    void gives_that_user_nothing_to_write_to() {
        assertThat(Stream.of(stage("runtime"), last()).flatMap(stage -> stage.steps().stream()))
                .noneMatch(step -> step.contains("chmod") || step.contains("--chown=10001") || step.contains("VOLUME"));
        assertThat(last().all("COPY")).allMatch(copy -> copy.startsWith("--from=training --chown=0:0 "));
    }

    @Test
    void starts_programs_without_a_shell_between_so_that_signals_reach_them() throws IOException {
        assertThat(last().all("ENTRYPOINT")).containsExactly("[\"/opt/vpogled/bin/service\"]");
        assertThat(last().all("STOPSIGNAL")).containsExactly("SIGTERM");
        for (String program : List.of("service", "connector-job")) {
            assertThat(commands(program)).hasSize(1).first().asString().startsWith("exec /opt/java/bin/java ");
        }
    }

    @Test
    void starts_each_program_from_its_own_cache_and_its_own_class_path() throws Exception {
        assertThat(commands("service").getFirst())
                .contains("-XX:AOTCache=/opt/vpogled/aot/service.aot", "@/opt/vpogled/bin/service.classpath")
                .endsWith(" io.quarkus.runner.GeneratedMain \"$@\"");
        assertThat(commands("connector-job").getFirst())
                .contains(
                        "-XX:AOTCache=/opt/vpogled/aot/connector-job.aot", "@/opt/vpogled/bin/connector-job.classpath")
                .endsWith(" " + ConnectorJob.class.getName() + " \"$@\"");
        Method main = ConnectorJob.class.getDeclaredMethod("main", String[].class);
        assertThat(main.getReturnType()).isEqualTo(void.class);
        assertThat(PROGRAMS).isDirectoryContaining(file -> Files.isExecutable(file) && file.endsWith("service"));
        assertThat(PROGRAMS).isDirectoryContaining(file -> Files.isExecutable(file) && file.endsWith("connector-job"));
    }

    @Test
    void trains_the_caches_with_the_runtimes_own_files_after_the_last_of_them_is_there() {
        assertThat(stage("runtime").all("COPY"))
                .containsExactly(
                        "--from=build /opt/runtime /opt/java",
                        "--from=build /opt/vpogled/lib /opt/vpogled/lib",
                        "--from=build /opt/vpogled/bin /opt/vpogled/bin",
                        "--from=build /opt/vpogled/quarkus /opt/vpogled/quarkus",
                        "--from=build /opt/vpogled/app /opt/vpogled/app");
        assertThat(stage("training").all("USER")).containsExactly("10001:10001");
        assertThat(stage("training").all("COPY")).isEmpty();
        assertThat(stage("training").all("RUN"))
                .singleElement()
                .asString()
                .endsWith("si.vpogled.training.Training /opt/vpogled/bin /tmp/aot");
        assertThat(last().all("COPY")).containsExactly("--from=training --chown=0:0 /tmp/aot /opt/vpogled/aot");
        assertThat(last().all("RUN")).isEmpty();
    }

    @Test
    void gives_jars_and_files_one_date_so_that_the_same_content_gives_the_same_layers() throws IOException {
        Matcher date = Pattern.compile("<project.build.outputTimestamp>(.+)</project.build.outputTimestamp>")
                .matcher(Files.readString(Path.of("pom.xml")));

        assertThat(date.find()).isTrue();
        assertThat(stage("build").all("ARG"))
                .containsExactly(
                        "SOURCE_DATE_EPOCH=" + Instant.parse(date.group(1)).getEpochSecond());
        assertThat(stage("build").all("RUN"))
                .last()
                .asString()
                .endsWith("find /opt/runtime /opt/vpogled -exec touch -h -d \"@${SOURCE_DATE_EPOCH}\" {} +");
    }

    @Test
    void trains_by_an_order_and_a_definition_that_hold() throws IOException {
        Path training = Path.of("src/demo/resources/training");
        JsonNode order =
                new ObjectMapper().readTree(training.resolve("order.json").toFile());
        assertThat(YamlSchema.of("/schema/order.schema.json").problems(order)).isEmpty();
        ConnectorDefinition definition = new DefinitionLoader()
                .only("training", Optional.of(training), Optional.empty())
                .orElseThrow();
        assertThat(definition.items().stream().map(ItemId::toString))
                .containsExactlyInAnyOrderElementsOf(
                        order.get("items").valueStream().map(JsonNode::asText).toList());
        assertThat(definition.sources())
                .extracting(SourceDefinition::transport)
                .containsAll(Transports.installed().keySet());
    }

    @Test
    void bounds_memory_by_what_the_container_has() throws IOException {
        assertThat(options("service")).contains("-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC");
        assertThat(options("service")).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(options("connector-job")).contains("-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC");
        assertThat(options("connector-job"))
                .as("a job tells it by its exit code")
                .noneMatch(option -> option.contains("OutOfMemory"));
    }

    @Test
    void looks_whether_the_service_lives_without_a_program_of_its_own_for_that() throws IOException {
        assertThat(last().all("HEALTHCHECK")).singleElement().asString().endsWith("CMD [\"/opt/vpogled/bin/health\"]");
        assertThat(Files.readString(PROGRAMS.resolve("health"))).contains("GET /q/health/live ", ":-9000}");
        assertThat(last().all("EXPOSE")).containsExactly("8080 9000");
    }

    @Test
    void fetches_everything_before_it_sees_the_code() {
        List<String> steps = stage("build").steps();
        int code = steps.indexOf("COPY src/main src/main");
        assertThat(code).isPositive();
        assertThat(steps.subList(0, code)).anyMatch(step -> step.contains("./mvnw") && !step.contains(" -o "));
        assertThat(steps.subList(code, steps.size()).stream().filter(step -> step.contains("./mvnw")))
                .isNotEmpty()
                .allMatch(step -> step.contains(" -o "));
    }

    @Test
    void takes_secrets_by_mount_alone() throws IOException {
        assertThat(stages.stream()
                        .flatMap(stage -> Stream.concat(stage.all("ARG").stream(), stage.all("ENV").stream())))
                .noneMatch(set -> set.matches("(?i).*(secret|password|token|key|credential).*"));
        assertThat(lines().filter(line -> line.contains("settings.xml")))
                .allMatch(line -> line.startsWith("#") || line.contains("--mount=type=secret"));
        assertThat(stages.stream().flatMap(stage -> stage.all("ADD").stream())).isEmpty();
    }

    @Test
    void is_built_from_what_it_names_and_nothing_else() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(".dockerignore"))) {
            assertThat(lines.filter(line -> !line.startsWith("#")))
                    .containsExactly("*", "!pom.xml", "!mvnw", "!.mvn", "!src/main", "!src/demo");
        }
    }

    @Test
    void says_what_it_is() {
        String labels = String.join(" ", last().all("LABEL"));
        for (String label : List.of("title", "description", "licenses", "version", "revision", "base.name")) {
            assertThat(labels).contains("org.opencontainers.image." + label + "=\"");
        }
    }

    private static List<String> commands(String program) throws IOException {
        try (Stream<String> lines = Files.lines(PROGRAMS.resolve(program))) {
            String script = lines.filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
            return List.of(script.replaceAll("\\\\\n\\s*", "").split("\n"));
        }
    }

    private static List<String> options(String program) throws IOException {
        return Files.readAllLines(PROGRAMS.resolve(program + ".options"));
    }

    private Stage last() {
        return stages.getLast();
    }

    private Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("Dockerfile")).stream();
    }

    /** Continued lines as one, without comments. */
    private static List<Stage> stages() {
        try {
            String text = lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
            List<Stage> stages = new ArrayList<>();
            for (String step : text.replaceAll("\\s*\\\\\n\\s*", " ").split("\n")) {
                Matcher stage = STAGE.matcher(step);
                if (stage.matches()) {
                    stages.add(
                            new Stage(stage.group(1), stage.group(2) == null ? "" : stage.group(2), new ArrayList<>()));
                } else if (!stages.isEmpty() && !step.isBlank()) {
                    stages.getLast().steps().add(step);
                }
            }
            return stages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
