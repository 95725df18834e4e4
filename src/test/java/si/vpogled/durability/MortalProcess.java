package si.vpogled.durability;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.testing.ProductionJar;

/** One service, process after process at one address. */
final class MortalProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ServiceProcess.Settings settings;
    private volatile ServiceProcess process;

    MortalProcess(ServiceProcess.Settings settings) {
        this.settings = settings;
    }

    static MortalProcess start(ServiceProcess.Settings settings) {
        MortalProcess service = new MortalProcess(settings);
        service.restart();
        return service;
    }

    String url() {
        return process.url();
    }

    void kill() {
        process.kill();
    }

    void restart() {
        begin();
        awaitReady();
    }

    void begin() {
        process = ServiceProcess.start(settings);
    }

    void awaitReady() {
        process.awaitReady(ProductionJar.START);
    }

    boolean ready() {
        return process.ready();
    }

    boolean alive() {
        return process.alive();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return settings.log();
    }

    /** SIGTERM: it ends when it has ended its work. */
    void terminate() {
        process.terminate();
    }

    /** How it ended, within the time that Kubernetes gives it. */
    int awaitEnd() {
        await("the end of " + url())
                .dontCatchUncaughtExceptions()
                .atMost(GRACE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !alive());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.close();
    }
}
