package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.SampleBundle;
import si.vpogled.testing.Command;

/** {@code make verify}, with what {@code make} built. */
class VerifyByMakeIT {
    @TempDir
    static Path folder;

    private static Path bundle;

    @BeforeAll
    static void assemble() throws IOException {
        bundle = SampleBundle.customer(folder);
    }

    @Test
    void a_good_bundle_is_valid() {
        Command made = verify(bundle);
        assertThat(made.code()).as(made.said()).isZero();
        assertThat(made.said()).contains(": VELJA").doesNotContain("NE VELJA");
    }

    @Test
    void a_bundle_with_one_space_more_is_not_and_the_file_is_named() throws IOException {
        Path tampered = Files.copy(bundle, folder.resolve("tampered.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(tampered);
                Stream<Path> bags = Files.list(zip.getPath("/"))) {
            Path file = bags.findFirst().orElseThrow().resolve("data/completeness.json");
            Files.writeString(file, Files.readString(file) + " ");
        }
        Command made = verify(tampered);
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("NE VELJA", "spremenjeno: data/completeness.json");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Command made = verify(folder.resolve("ni-ga.zip"));
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("ni-ga.zip").doesNotContain("Exception");
    }

    private static Command verify(Path file) {
        return Command.run(
                List.of("make", "verify", "BUNDLE=" + file, "MVN=false"),
                Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "HOME",
                        System.getProperty("user.home"),
                        "JAVA_HOME",
                        System.getProperty("java.home")),
                Duration.ofMinutes(2));
    }
}
