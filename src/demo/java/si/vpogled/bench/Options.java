package si.vpogled.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to measure.
 *
 * @param folder deleted before and after
 * @param only names of rows: assembly, way, heap, service, jdbc
 * @param assembly sizes of the extracts to assemble, in GB
 * @param files size of the account's files, in GB
 * @param heap sizes for the memory rows, in GB
 * @param rows of the database
 * @param rounds each pair is measured so many times, in turn
 * @param delay milliseconds by which each piece of the slow backend's answers comes late
 */
record Options(
        Path folder,
        List<String> only,
        List<Double> assembly,
        double files,
        List<Double> heap,
        int rows,
        int rounds,
        int delay) {
    static final String USAGE = """
            Arguments, each name=value: only=assembly,way,heap,service,jdbc assembly=1,4 files=1 heap=0.1,1,4 (GB)
            rows=100000 rounds=3 delay=50 (ms, of the slow backend) folder=target/bench""";

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(USAGE);
            }
            given.put(parts[0], parts[1]);
        }
        return new Options(
                Path.of(given.getOrDefault("folder", "target/bench"))
                        .toAbsolutePath()
                        .resolve("measured"),
                List.of(given.getOrDefault("only", "assembly,way,heap,service,jdbc")
                        .split(",")),
                sizes(given.getOrDefault("assembly", "1,4")),
                Double.parseDouble(given.getOrDefault("files", "1")),
                sizes(given.getOrDefault("heap", "0.1,1,4")),
                Integer.parseInt(given.getOrDefault("rows", "100000")),
                Integer.parseInt(given.getOrDefault("rounds", "3")),
                Integer.parseInt(given.getOrDefault("delay", "50")));
    }

    private static List<Double> sizes(String list) {
        return Arrays.stream(list.split(",")).map(Double::valueOf).toList();
    }

    static long bytes(double gigabytes) {
        return (long) (gigabytes * 1_000_000_000);
    }
}
