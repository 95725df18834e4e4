package si.vpogled.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of the system, and how long they take. */
final class Commands {
    private Commands() {}

    static boolean has(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** @throws IllegalStateException with what it said, where it fails */
    static double run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("vpogled-bench-", ".out");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = exit == 0 ? "" : Files.readString(output);
        Files.delete(output);
        if (exit != 0) {
            throw new IllegalStateException(command[0] + " ended with " + exit + ": " + said);
        }
        return seconds;
    }

    /** A main class of this program in a process of its own. */
    static List<String> java(String main, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                main),
                        Arrays.stream(arguments))
                .toList();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
