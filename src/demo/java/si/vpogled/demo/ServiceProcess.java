package si.vpogled.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import si.vpogled.demo.server.Ports;

/** The service as an operator runs it: the production jar in a process of its own, its output in a file. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private ServiceProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** What a process is started with. */
    public record Settings(Path jar, int port, Map<String, String> environment, List<String> javaOptions, Path log) {
        /**
         * On a free port, with links in mails leading to it.
         *
         * @param jar {@code quarkus-run.jar}
         * @param environment as {@link DemoWorld#environment()} gives it
         */
        public static Settings of(Path jar, Map<String, String> environment, Path log) {
            return new Settings(jar, Ports.free(), environment, List.of("-Xmx512m"), log);
        }

        public Settings onPort(int chosen) {
            return new Settings(jar, chosen, environment, javaOptions, log);
        }

        public Settings with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(environment);
            more.put(name, value);
            return new Settings(jar, port, more, javaOptions, log);
        }

        public Settings javaOptions(String... options) {
            return new Settings(jar, port, environment, List.of(options), log);
        }
    }

    /** Starts the process and returns at once; health and metrics are on a free port. */
    public static ServiceProcess start(Settings settings) {
        int managementPort = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", settings.jar().toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> !List.of("PATH", "HOME", "LANG", "TMPDIR").contains(name));
        environment.put("TZ", "Europe/Ljubljana");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", Ports.HOST);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("VPOGLED_BASE_URL", "http://" + Ports.HOST + ":" + settings.port());
        environment.putAll(settings.environment());
        try {
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
            return new ServiceProcess(builder.start(), settings.port(), managementPort, settings.log());
        } catch (IOException e) {
            throw new UncheckedIOException("The service cannot be started", e);
        }
    }

    public String url() {
        return "http://" + Ports.HOST + ":" + port;
    }

    /** Where health and metrics are. */
    public String managementUrl() {
        return "http://" + Ports.HOST + ":" + managementPort;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** How it ended; only once it is not alive. */
    public int exitValue() {
        return process.exitValue();
    }

    public Path log() {
        return log;
    }

    /**
     * Returns once the service says that it is ready.
     *
     * @throws IllegalStateException with the end of its log, where it ended or was not ready in time
     */
    public ServiceProcess awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end && process.isAlive()) {
                if (ready()) {
                    return this;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(
                (process.isAlive() ? "The service is not ready after " + patience : "The service ended")
                        + "; the end of " + log + ":\n" + lastLines());
    }

    /** Whether it says now that it is ready. */
    public boolean ready() {
        try {
            HttpURLConnection asked = (HttpURLConnection)
                    URI.create(managementUrl() + "/q/health/ready").toURL().openConnection();
            asked.setConnectTimeout(2_000);
            asked.setReadTimeout(5_000);
            int status = asked.getResponseCode();
            asked.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(unreadable)";
        }
    }

    /** SIGKILL: nothing is tidied up. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM, and no waiting: the process ends when it has ended its work. */
    public void terminate() {
        process.destroy();
    }

    /** SIGSTOP: as a machine that was frozen. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("SIG" + name + " was not delivered");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, and SIGKILL where that is not heeded. */
    @Override
    public void close() {
        process.destroy();
        if (!await()) {
            kill();
        }
    }

    private boolean await() {
        try {
            return process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
