package si.vpogled.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import si.vpogled.demo.server.Folders;

/**
 * The demo's world in a process of its own: a service under test has class loaders that its neighbours should not
 * share. Ends when its input ends, so also when whoever started it is killed.
 */
public final class WorldProcess implements AutoCloseable {
    private static final String READY = "world: ";

    private final Process process;
    private final Facts facts;
    private final Path errors;

    private WorldProcess(Process process, Facts facts, Path errors) {
        this.process = process;
        this.facts = facts;
        this.errors = errors;
    }

    /**
     * What stands in the world.
     *
     * @param environment of the service
     * @param backends the part of it that definitions name
     * @param mailbox address of the mailbox's pages
     */
    public record Facts(Map<String, String> environment, Map<String, String> backends, String mailbox) {}

    public static WorldProcess start() {
        Path errors = Folders.temporary("world").resolve("errors.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorldProcess.class.getName()))
                .redirectError(errors.toFile());
        try {
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                    return new WorldProcess(
                            process,
                            new ObjectMapper().readValue(line.substring(READY.length()), new TypeReference<Facts>() {}),
                            errors);
                }
            }
            throw new IllegalStateException("The demo's world did not start:\n" + Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Facts facts() {
        return facts;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Folders.delete(errors.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws IOException {
        DemoLog.begin();
        try (DemoWorld world = DemoWorld.start(LocalDate.now())) {
            Facts facts = new Facts(
                    world.environment(),
                    world.backendEnvironment(),
                    world.mail().pageUrl());
            System.out.println(READY + new ObjectMapper().writeValueAsString(facts));
            while (System.in.read() >= 0) {
                // until whoever started this is gone
            }
        }
    }
}
