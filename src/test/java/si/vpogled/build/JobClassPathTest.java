package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Transports;
import si.vpogled.connector.job.ConnectorJob;

/** What the image leaves out of a job's class path is nothing that a job needs. */
class JobClassPathTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final String OURS = "si.vpogled.";

    @Test
    void no_library_that_a_job_can_reach_is_left_out() throws IOException {
        List<String> leftOut = leftOut();
        assertThat(leftOut).contains("io.quarkus.", "org.hibernate.");
        Set<String> reached = reached();
        assertThat(reached).contains("org.postgresql.Driver", "org.mariadb.jdbc.Driver");

        assertThat(reached.stream()
                        .filter(name ->
                                leftOut.stream().anyMatch(start -> jar(name).contains('.' + start))))
                .isEmpty();
    }

    private static List<String> leftOut() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/docker/service-only"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** Classes of libraries that the job's own classes name, and those of every transport. */
    private static Set<String> reached() throws IOException {
        Deque<String> open = new ArrayDeque<>(Transports.installed().values().stream()
                .map(transport -> transport.getClass().getName())
                .toList());
        open.add(ConnectorJob.class.getName());
        Set<String> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            for (String name : named(open.pop())) {
                if (seen.add(name) && name.startsWith(OURS)) {
                    open.add(name);
                }
            }
        }
        seen.removeIf(name -> name.startsWith(OURS) || name.startsWith("java."));
        return seen;
    }

    /** Every class in a class's table of constants; what it is annotated with alone does not stand there. */
    private static List<String> named(String name) throws IOException {
        var constants = ClassFile.of()
                .parse(CLASSES.resolve(name.replace('.', '/') + ".class"))
                .constantPool();
        return StreamSupport.stream(constants.spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> ((ClassEntry) entry).asInternalName())
                .filter(internal -> !internal.startsWith("["))
                .map(internal -> internal.replace('/', '.'))
                .toList();
    }

    /** Where a class comes from, with dots between the folders; empty for the JDK's own. */
    private static String jar(String name) {
        try {
            var source = Class.forName(name, false, JobClassPathTest.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return source == null ? "" : source.getLocation().getPath().replace('/', '.');
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
