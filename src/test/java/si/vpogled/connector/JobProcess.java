package si.vpogled.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A connector job as a process of its own, with no more of an environment than it is given. */
public final class JobProcess {
    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private List<String> launcher = List.of();

    public JobProcess(Path folder, String... options) {
        this.folder = folder;
        this.options.addAll(List.of(options));
    }

    /** Held to the permissions of files, even where the tests are run by root. */
    public JobProcess boundByPermissions() {
        if (System.getProperty("user.name").equals("root")) {
            launcher = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        }
        return this;
    }

    /** How it ended, and what it said. */
    public record End(int code, String out, String err) {}

    public Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as in the image
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "si.vpogled.connector.job.ConnectorJob"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("job.out").toFile())
                .redirectError(folder.resolve("job.err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    public End run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return end(start(environment, arguments));
    }

    public End end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The job did not end");
        }
        return new End(
                process.exitValue(),
                Files.readString(folder.resolve("job.out")),
                Files.readString(folder.resolve("job.err")));
    }
}
