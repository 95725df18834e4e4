package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.testing.Command;

/** What the Makefile sees to before it builds anything. */
class MakefileTest {
    private static final String OURS = System.getProperty("java.home");

    @TempDir
    Path folder;

    @Test
    void takes_the_jdk_of_JAVA_HOME_where_it_is_a_25() throws IOException {
        Path jdk = jdk("25.0.3");
        assertThat(found(jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void passes_over_a_JAVA_HOME_that_is_a_17_and_finds_a_25_elsewhere() throws IOException {
        Path jdk = jdk("25");
        assertThat(found(jdk("17.0.15"), "PLACES=" + jdk("21.0.1") + " " + jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void passes_over_a_runtime_without_a_compiler() throws IOException {
        Path jdk = jdk("25");
        Path runtime = Files.createDirectories(folder.resolve("runtime-25"));
        assertThat(found(runtime, "PLACES=" + jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void says_what_to_install_where_there_is_no_jdk_25() throws IOException {
        Command made = make(jdk("17.0.15"), "PLACES=", "quick");
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("No JDK 25 found", "temurin-25-jdk", "https://adoptium.net", "JAVA_HOME");
    }

    @Test
    void says_for_which_platform_the_demo_is() {
        Command made = make(Path.of(OURS), "PLATFORM=Darwin arm64", "demo");
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("Linux on x86-64", "This is Darwin arm64");
    }

    @Test
    void verify_asks_for_the_bundle() {
        Command made = make(Path.of(OURS), "verify");
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("make verify BUNDLE=path/to/bundle.zip");
    }

    @Test
    void an_image_is_built_by_the_engine_that_is_there_with_further_arguments() {
        assertThat(make(Path.of(OURS), "--dry-run", "ENGINE=docker", "ARGS=--secret id=a,src=b", "image")
                        .said())
                .contains("docker build -t vpogled", "--secret id=a,src=b .");
        assertThat(make(Path.of(OURS), "--dry-run", "ENGINE=buildah", "IMAGE=registry.example/v:1", "image")
                        .said())
                .contains("buildah bud --layers --format docker --ulimit nofile=16384:16384 -t registry.example/v:1");
    }

    @Test
    void says_what_to_install_where_nothing_builds_images() {
        Command made = make(Path.of(OURS), "ENGINE=", "image");
        assertThat(made.code()).isNotZero();
        assertThat(made.said()).contains("podman, docker or buildah");
    }

    @Test
    void help_names_what_there_is() {
        assertThat(make(Path.of(OURS)).said())
                .contains(
                        "make demo",
                        "make test",
                        "make quick",
                        "make verify",
                        "make image",
                        "make bench",
                        "make format");
    }

    /** A folder whose compiler says that it is of this version. */
    private Path jdk(String version) throws IOException {
        Path compiler = Files.createDirectories(folder.resolve("jdk-" + version + "/bin"))
                .resolve("javac");
        Files.writeString(compiler, "#!/bin/sh\necho javac " + version + "\n");
        Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
        return compiler.getParent().getParent();
    }

    private static String found(Path javaHome, String... variables) {
        List<String> arguments = new ArrayList<>(List.of(variables));
        arguments.addAll(List.of("--silent", "--eval=found:; @echo $(JDK)", "found"));
        Command made = make(javaHome, arguments.toArray(String[]::new));
        assertThat(made.code()).as(made.said()).isZero();
        return made.said().strip();
    }

    private static Command make(Path javaHome, String... arguments) {
        List<String> command = new ArrayList<>(List.of("make"));
        command.addAll(List.of(arguments));
        return Command.run(
                command,
                Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent", "JAVA_HOME", javaHome.toString()),
                Duration.ofMinutes(1));
    }
}
