package si.vpogled.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import si.vpogled.demo.server.Folders;

/** {@code make bench}: prints the table of the README. */
public final class Bench {
    private static final int MANY_FILES = 100_000;
    private final Options options;
    private final List<Line> lines = new ArrayList<>();

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help")) {
            out.println(Options.USAGE);
            return;
        }
        Bench bench = new Bench(Options.of(arguments));
        quiet();
        Folders.delete(bench.options.folder());
        Files.createDirectories(bench.options.folder());
        try {
            bench.measure();
        } finally {
            out.println(machine() + "\n\n" + Line.HEAD);
            bench.lines.forEach(out::println);
            Folders.delete(bench.options.folder());
        }
        System.exit(0);
    }

    /** As in a connector's job; else every library makes up lines of every level that nobody gets. */
    private static void quiet() {
        System.setProperty("java.util.logging.manager", LogManager.class.getName());
        LogManager.getLogManager().reset();
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    private void measure() throws Exception {
        if (asked("jdbc")) {
            add(new JdbcRow(options.folder(), options.rows(), options.rounds()).measure());
        }
        if (asked("service")) {
            add(new ServiceRow(options.folder(), options.delay()).measure());
        }
        if (asked("assembly")) {
            for (double size : options.assembly()) {
                add(new AssemblyRow(options.folder(), size, options.rounds()).measure());
            }
        }
        if (asked("way")) {
            new WholeWayRow(options.folder(), options.files(), options.rounds())
                    .measure()
                    .forEach(this::add);
        }
        if (asked("heap")) {
            for (double size : options.heap()) {
                add(HeapRow.of(options.folder(), size).measure());
            }
            add(HeapRow.ofFiles(options.folder(), MANY_FILES).measure());
        }
    }

    private boolean asked(String row) {
        return options.only().contains(row);
    }

    private void add(Line line) {
        System.err.println(line);
        lines.add(line);
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB of memory, %s %s, Java %s, %s, load %.1f",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (double) (1L << 30),
                system.getName(),
                system.getArch(),
                Runtime.version(),
                LocalDate.now(ZoneId.systemDefault()),
                system.getSystemLoadAverage());
    }
}
