package si.vpogled.demo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived the killed process which started it. */
public final class Leftover {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftover() {}

    /**
     * Ends the process that a pid file names, if its command line names this path (its folder, its program), and
     * removes the file. A process that merely got the same number is left alone.
     */
    public static void end(Path pidFile, Path named) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process =
                pid(pidFile).flatMap(ProcessHandle::of).filter(found -> names(found, named));
        if (process.isPresent()) {
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d+") ? Optional.of(Long.valueOf(first)) : Optional.empty();
    }

    private static boolean names(ProcessHandle process, Path path) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains(path.toAbsolutePath().toString());
        } catch (IOException e) {
            return process.info()
                    .commandLine()
                    .orElse("")
                    .contains(path.toAbsolutePath().toString());
        }
    }

    /** By SIGINT first, which PostgreSQL takes as a fast shutdown. */
    private static void end(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        if (!gone(process)) {
            process.destroyForcibly();
            gone(process);
        }
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
