package si.vpogled.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ProductionJar;

/** What is shipped holds nothing of the demo world, nothing of the tests, and nothing that only these depend on. */
class ProductionJarIT {
    /** As the pom says. */
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void holds_no_class_of_the_demo_world_or_of_tests() throws IOException {
        Set<String> testing = testClasses();
        assertThat(testing).contains("si/vpogled/demo/DemoWorld.class");
        Set<String> shipped = shippedClasses();
        assertThat(shipped).contains("si/vpogled/bundle/verify/VerifyBundle.class");

        assertThat(shipped).doesNotContainAnyElementsOf(testing);
        assertThat(shipped).noneMatch(name -> name.matches("si/vpogled/(demo|bench|testing)/.*"));
    }

    @Test
    void holds_the_libraries_of_runtime_scope_and_no_other() throws IOException {
        Set<String> runtime = runtimeLibraries();
        Set<String> shipped = shippedLibraries();
        assertThat(runtime).anyMatch(name -> name.startsWith("db-scheduler-"));

        assertThat(shipped)
                .filteredOn(name -> isNoneOf(runtime, name))
                // what an extension brings where another is there too, so that no pom names it
                .allMatch(name -> name.startsWith("io.quarkus.quarkus-flyway-postgresql-"));
        assertThat(runtime)
                .filteredOn(name -> shipped.stream().noneMatch(jar -> jar.endsWith("." + name)))
                .allMatch(name -> name.startsWith("quarkus-ide-launcher-"));
    }

    /** Two builds of the same code can be the same bytes only where none says when it was. */
    @Test
    void bears_the_same_date_whenever_it_was_built() throws IOException {
        List<Path> built;
        try (Stream<Path> files = Files.walk(ProductionJar.FOLDER)) {
            built = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.startsWith(ProductionJar.FOLDER.resolve("lib")))
                    .toList();
        }

        assertThat(built).hasSize(4).allSatisfy(jar -> {
            try (JarFile opened = new JarFile(jar.toFile())) {
                assertThat(opened.stream().map(JarEntry::getLastModifiedTime)).containsOnly(BUILT);
            }
        });
    }

    /** A shipped jar is named {@code <group>.<artifact>-<version>.jar}, one of the repository without its group. */
    private static boolean isNoneOf(Set<String> libraries, String shipped) {
        return libraries.stream().noneMatch(name -> shipped.endsWith("." + name));
    }

    private static Set<String> runtimeLibraries() throws IOException {
        return Arrays.stream(Files.readString(Path.of("target/runtime.classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .collect(toSet());
    }

    private static Set<String> shippedLibraries() throws IOException {
        try (Stream<Path> files = Files.walk(ProductionJar.FOLDER.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(toSet());
        }
    }

    private static Set<String> testClasses() throws IOException {
        Path classes = Path.of("target/test-classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .collect(toSet());
        }
    }

    private static Set<String> shippedClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ProductionJar.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .flatMap(ProductionJarIT::classes)
                    .collect(toSet());
        }
    }

    private static Stream<String> classes(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
