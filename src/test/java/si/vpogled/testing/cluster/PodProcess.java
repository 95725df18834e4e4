package si.vpogled.testing.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A pod's container as a process of this machine. */
final class PodProcess {
    /** As much of its output as a container's last words hold. */
    private static final int LAST_WORDS = 2048;

    private final KubernetesClient client;
    private final Map<String, Path> claims;
    private final Path folder;
    private final BiConsumer<String, Path> logs;

    PodProcess(KubernetesClient client, Map<String, Path> claims, Path folder, BiConsumer<String, Path> logs) {
        this.client = client;
        this.claims = claims;
        this.folder = folder;
        this.logs = logs;
    }

    /** How it ended, and the end of what it said. */
    record End(int code, String said) {}

    /**
     * Interrupted, it ends the process.
     *
     * @param overdue whether its time is up
     * @return empty where it was ended because its time was
     */
    Optional<End> run(Pod pod, Consumer<Pod> began, BooleanSupplier overdue) throws IOException, InterruptedException {
        Process process = begin(pod, began);
        try {
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                if (overdue.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            String said = Files.readString(log(pod));
            return Optional.of(new End(process.exitValue(), said.substring(Math.max(0, said.length() - LAST_WORDS))));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** As soon as all that it mounts is there. */
    Process begin(Pod pod, Consumer<Pod> began) throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve(pod.getMetadata().getName()));
        TestMounts mounts = new TestMounts(client, claims, pod, root);
        while (!mounts.mount()) {
            Thread.sleep(50);
        }
        Container container = pod.getSpec().getContainers().getFirst();
        List<String> command = new ArrayList<>(container.getCommand());
        command.addAll(container.getArgs());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(pod).toFile());
        builder.environment().clear();
        builder.environment().putAll(mounts.environment());
        Process process = builder.start();
        logs.accept(pod.getMetadata().getName(), log(pod));
        began.accept(pod);
        return process;
    }

    private Path log(Pod pod) {
        return folder.resolve(pod.getMetadata().getName() + ".log");
    }
}
