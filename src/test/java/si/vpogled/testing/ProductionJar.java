package si.vpogled.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;

/** What {@code package} built, for tests that run it as an operator does. */
public final class ProductionJar {
    /** The folder that is shipped. */
    public static final Path FOLDER = Path.of("target/quarkus-app");

    public static final Duration START = Duration.ofMinutes(3);

    private ProductionJar() {}

    /**
     * On a free port, in a world, with a fresh log of this name; an overtaken task is taken over within seconds.
     *
     * @param more environment that takes the place of the world's
     */
    public static ServiceProcess.Settings settings(DemoWorld world, String name, Map<String, String> more) {
        Path log = Path.of("target/it", name + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServiceProcess.Settings settings = ServiceProcess.Settings.of(
                        FOLDER.resolve("quarkus-run.jar"), world.environment(), log)
                // started often, and never long at work
                .javaOptions(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // an eighth of the start; the demo under test starts as everybody's does
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote")
                // what makes a first bundle come sooner is dear where processes are many and bundles few
                .with("VPOGLED_BUNDLE_REHEARSE_AFTER", "")
                .with("VPOGLED_SCHEDULE_HEARTBEAT", "PT0.5S")
                .with("VPOGLED_SCHEDULE_PATIENCE", "PT3S")
                .with("VPOGLED_COLLECTION_PAUSE", "PT1S");
        for (Map.Entry<String, String> one : more.entrySet()) {
            settings = settings.with(one.getKey(), one.getValue());
        }
        return settings;
    }
}
