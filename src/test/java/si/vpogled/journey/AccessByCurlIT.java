package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.testing.ProductionJar;

/** The commands that the README gives, as it gives them. */
@ExtendWith(SharedDemoWorld.class)
class AccessByCurlIT {
    private static final Pattern COMMANDS =
            Pattern.compile("(?s)<!-- curl:start -->\\s*```(?:bash|sh)\\n(.*?)```\\s*<!-- curl:end -->");

    @TempDir
    Path folder;

    @Test
    void the_readme_leads_from_the_request_to_a_bundle_that_verifies(DemoWorld world)
            throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(ProductionJar.settings(world, "curl-service", Map.of()))) {
            service.awaitReady(ProductionJar.START);

            String said = bash(
                    commands(),
                    Map.of("BASE", service.url(), "MAILBOX", world.mail().pageUrl()));

            assertThat(said).contains("Signature Verified Successfully");
            assertThat(verified()).contains("VALID").doesNotContain("NOT VALID");
        }
    }

    private static String commands() throws IOException {
        Matcher found = COMMANDS.matcher(Files.readString(Path.of("README.md")));
        assertThat(found.find()).as("README.md has commands between its marks").isTrue();
        return found.group(1);
    }

    private String bash(String commands, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder shell = new ProcessBuilder(List.of("bash", "-eu", "-c", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(environment);
        Process running = shell.start();
        boolean ended = running.waitFor(4, TimeUnit.MINUTES);
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }

    private String verified() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyBundle.run(
                List.of(
                        folder.resolve("bundle.zip").toString(),
                        "--key",
                        folder.resolve("jwks.json").toString(),
                        "--lang",
                        "en"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
