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
    static Spent run(Path folder, String... command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("vpogled-bench-", ".times");
        List<String> timed = Stream.concat(
                        Stream.of(
                                "bash",
                                "-c",
                                "TIMEFORMAT='%R %U %S'; { time \"$@\" 2>&3; } 3>&2 2>\"$0\"",
                                times.toString()),
                        Arrays.stream(command))
                .toList();
        Path output = Files.createTempFile("vpogled-bench-", ".out");
        int exit = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        double[] spent = Arrays.stream(Files.readString(times).trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Files.delete(times);
        String said = exit == 0 ? "" : Files.readString(output);
        Files.delete(output);
        if (exit != 0) {
            throw new IllegalStateException(command[0] + " ended with " + exit + ": " + said);
        }
        return new Spent(spent[0], spent[1] + spent[2]);
    }

    /** A main class of this program in a process of its own. */
    static List<String> java(String main, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-Djava.util.logging.manager=java.util.logging.LogManager",
                                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
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
