package si.vpogled.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A {@link Worker} on a folder of its own, deleted by {@link Bench}. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Path folder;

    private WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static WorkerProcess start(Path folder, Map<String, String> environment) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(Commands.java(Worker.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start(), folder);
    }

    /**
     * What came of an order.
     *
     * @param heap the most in use after a collection since the start, in MiB
     * @param size of the product in bytes
     */
    record Answer(Spent spent, long heap, long size) {}

    Answer ask(String order) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(order).append('\n').flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("The worker ended at: " + order);
        }
        String[] parts = answer.split(" ");
        Spent spent = new Spent(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        return new Answer(spent, Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    Path folder() {
        return folder;
    }

    /** Decrypts the bundle and lets the verifier look at every byte of it, and {@code unzip} where there is one. */
    void verify() throws IOException, InterruptedException {
        Path zip = folder.resolve("bundle.zip");
        ask("decrypt " + zip);
        Commands.run(
                folder,
                Commands.java("si.vpogled.bundle.verify.VerifyBundle", zip.toString())
                        .toArray(String[]::new));
        if (Commands.has("unzip")) {
            Commands.run(folder, "unzip", "-tqq", zip.toString());
        }
        Files.delete(zip);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
