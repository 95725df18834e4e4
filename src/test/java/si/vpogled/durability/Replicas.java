package si.vpogled.durability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.server.Ports;
import si.vpogled.testing.ProductionJar;

/**
 * Two processes of one service on one database and one store, and what stands before them: it asks each again and again
 * whether it is ready, and shares requests out to those that are.
 */
final class Replicas implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<MortalProcess> processes;
    private final Set<MortalProcess> ready = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    private Replicas(List<MortalProcess> processes) {
        this.processes = processes;
    }

    /** Both begin at the same moment. */
    static Replicas start(ServiceProcess.Settings settings) {
        Replicas replicas = new Replicas(Stream.of("1", "2")
                .map(number -> new MortalProcess(new ServiceProcess.Settings(
                        settings.jar(),
                        Ports.free(),
                        settings.environment(),
                        settings.javaOptions(),
                        settings.log().resolveSibling("replica-" + number + ".log"))))
                .toList());
        replicas.processes.forEach(MortalProcess::begin);
        replicas.looking.scheduleWithFixedDelay(
                () -> replicas.processes.forEach(replicas::look), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        replicas.awaitBoth();
        return replicas;
    }

    private void look(MortalProcess process) {
        if (process.ready()) {
            ready.add(process);
        } else {
            ready.remove(process);
        }
    }

    private void awaitBoth() {
        processes.forEach(MortalProcess::awaitReady);
        await("both take part")
                .dontCatchUncaughtExceptions()
                .atMost(ProductionJar.START)
                .until(() -> ready.size() == processes.size());
    }

    MortalProcess first() {
        return processes.getFirst();
    }

    MortalProcess second() {
        return processes.getLast();
    }

    MortalProcess other(MortalProcess than) {
        return than == first() ? second() : first();
    }

    /** Whose process it is. */
    MortalProcess of(long pid) {
        return processes.stream()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    /** Where each further request of one person goes: not twice to the same process, where there is another one. */
    Supplier<String> alternating() {
        AtomicReference<MortalProcess> last = new AtomicReference<>(second());
        return () -> last.updateAndGet(this::after).url();
    }

    private MortalProcess after(MortalProcess last) {
        MortalProcess other = other(last);
        return ready.contains(other) || !ready.contains(last) ? other : last;
    }

    /** How often a process was taken for dead while it was at this task, or gave it back as it ended. */
    int taskLost(String task, String instance) {
        Pattern lost = Pattern.compile("Found dead execution.*task=" + task + ", id=" + instance + "|Task " + task + " "
                + instance + " is handed back");
        return processes.stream()
                .mapToInt(process ->
                        (int) lines(process.log()).filter(lost.asPredicate()).count())
                .sum();
    }

    /** Also where the last line of one that was killed breaks off within a letter. */
    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is not there is started, and takes part. */
    void complete() {
        begin();
        awaitBoth();
    }

    /** Whatever is not there is started, and not waited for. */
    void begin() {
        processes.stream().filter(process -> !process.alive()).forEach(MortalProcess::begin);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        // how they end when they are told to is seen elsewhere, and takes its time
        processes.forEach(MortalProcess::kill);
        processes.forEach(MortalProcess::close);
    }
}
