package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands at the top of the project, where newcomers look first. */
class TopLevelTest {
    private static final Set<String> NAMED =
            Set.of("pom.xml", "src", "k8s", "Dockerfile", "README.md", "Makefile", "LICENSE", "mvnw", "mvnw.cmd");

    @Test
    void there_is_nothing_but_what_everybody_knows() throws IOException {
        List<String> unversioned = Files.readAllLines(Path.of(".gitignore")).stream()
                .map(line -> line.replace("/", ""))
                .toList();
        try (Stream<Path> all = Files.list(Path.of(""))) {
            assertThat(all.map(Path::toString).filter(name -> !name.startsWith(".") && !unversioned.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(NAMED);
        }
    }

    @Test
    void continuous_integration_runs_what_the_readme_says() throws IOException {
        assertThat(Path.of(".ci/run")).isExecutable().content().contains("exec make test");
        assertThat(Files.readString(Path.of("README.md"))).contains("make test");
    }
}
