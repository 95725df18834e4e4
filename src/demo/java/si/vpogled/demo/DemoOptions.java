package si.vpogled.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How {@code make demo} is to be.
 *
 * @param jar {@code quarkus-run.jar}
 * @param folder keeps the demo's data
 * @param factor of its size
 * @param port of the service; any free one where this is taken
 * @param mailbox port of the mailbox's page; any free one where this is taken
 */
record DemoOptions(Path jar, Path folder, int factor, int port, int mailbox) {
    static final String USAGE = """
            Arguments, each name=value: factor=1 (of the world's size; at 40 a hosting account passes 1 GB) port=8080
            mailbox=8025 (ports; any free one where these are taken) folder=target/demo (keeps the demo's data)""";
    private static final Map<String, String> USUAL = Map.of(
            "jar",
            "target/quarkus-app/quarkus-run.jar",
            "folder",
            "target/demo",
            "factor",
            "1",
            "port",
            "8080",
            "mailbox",
            "8025");
    private static final Set<String> NUMBERS = Set.of("factor", "port", "mailbox");

    /** @throws IllegalArgumentException with the usage */
    static DemoOptions of(String... arguments) {
        Map<String, String> given = new HashMap<>(USUAL);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2
                    || given.replace(parts[0], parts[1]) == null
                    || NUMBERS.contains(parts[0]) && !parts[1].matches("[1-9]\\d{0,4}")) {
                throw new IllegalArgumentException(argument + "?\n" + USAGE);
            }
        }
        return new DemoOptions(
                Path.of(given.get("jar")),
                Path.of(given.get("folder")),
                Integer.parseInt(given.get("factor")),
                Integer.parseInt(given.get("port")),
                Integer.parseInt(given.get("mailbox")));
    }
}
