package si.vpogled.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.testing.Command;

/** Where it is asked for, what failed is tried once more, and nothing else is passed over. */
class TryAgainTest {
    private static final Path SCRIPT = Path.of("src/test/sh/try-again.sh").toAbsolutePath();
    private static final String BREAKS_DOWN = "echo '[ERROR] The forked VM terminated'; exit 1";
    private static final String FAILS = "echo 'There are test failures.'; exit 1";

    @TempDir
    Path folder;

    @BeforeEach
    void a_report_of_one_that_passes() throws IOException {
        Files.createDirectories(folder.resolve("target/reports"));
        report("a.RightTest", "");
    }

    @Test
    void a_run_that_passes_is_the_only_one() throws IOException {
        assertThat(run("yes", "exit 0").code()).isZero();
        assertThat(calls()).containsExactly("tests");
    }

    @Test
    void what_failed_is_tried_once_more_alone_and_named() throws IOException {
        report("a.OddTest", "<failure message='x'>");
        report("a.OtherTest", "<error>");

        assertThat(run("yes", FAILS, "exit 0").code()).isZero();
        assertThat(calls()).containsExactly("tests", "tests -Dtest=a.OddTest,a.OtherTest");
        assertThat(folder.resolve("target/tests.log"))
                .content()
                .contains("There are test failures.", "Failed, and tried once more: a.OddTest,a.OtherTest");
    }

    @Test
    void what_is_to_be_shown_is_shown_and_written_down() throws IOException {
        report("a.OddTest", "<failure message='x'>");

        Command shown = run(Map.of("TRY_AGAIN", "yes", "SHOW", "yes"), FAILS, FAILS);

        assertThat(shown.code()).isNotZero();
        assertThat(shown.said())
                .contains("There are test failures.", "tried once more: a.OddTest")
                .endsWith("Failed: a.OddTest\n<testcase><failure message='x'>\n")
                .isEqualTo(Files.readString(folder.resolve("target/tests.log")));
    }

    @Test
    void what_fails_again_has_failed_and_is_named_at_the_end() throws IOException {
        report("a.OddTest", "<failure message='x'>");

        assertThat(run("yes", FAILS, FAILS, "exit 0").code()).isNotZero();
        assertThat(calls()).hasSize(2);
        assertThat(folder.resolve("target/tests.log"))
                .content()
                .endsWith("Failed: a.OddTest\n<testcase><failure message='x'>\n");
    }

    @Test
    void where_a_process_broke_down_all_are_run_once_more_since_tests_were_left_out() throws IOException {
        assertThat(run("yes", BREAKS_DOWN, "exit 0").code()).isZero();
        assertThat(calls()).containsExactly("tests", "tests");
        assertThat(folder.resolve("target/tests.log"))
                .content()
                .contains("A process of tests broke down: all are run once more");
    }

    @Test
    void a_process_that_breaks_down_again_has_failed_and_says_why() throws IOException {
        assertThat(run("yes", BREAKS_DOWN, BREAKS_DOWN, "exit 0").code()).isNotZero();
        assertThat(calls()).hasSize(2);
        assertThat(folder.resolve("target/tests.log")).content().endsWith("[ERROR] The forked VM terminated\n");
    }

    @Test
    void what_is_not_asked_to_be_tried_again_has_failed() throws IOException {
        report("a.OddTest", "<failure message='x'>");

        assertThat(run("", FAILS, "exit 0").code()).isNotZero();
        assertThat(calls()).hasSize(1);
    }

    private void report(String test, String result) throws IOException {
        Files.writeString(folder.resolve("target/reports/TEST-" + test + ".xml"), "<testcase>" + result);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private Command run(String tryAgain, String... turns) throws IOException {
        return run(Map.of("TRY_AGAIN", tryAgain), turns);
    }

    /** Runs the script with a command that does each of these in turn. */
    private Command run(Map<String, String> settings, String... turns) throws IOException {
        StringBuilder command = new StringBuilder("#!/bin/sh\necho \"$@\" >> calls\ncase $(wc -l < calls) in\n");
        for (int turn = 0; turn < turns.length; turn++) {
            command.append(turn + 1).append(") ").append(turns[turn]).append(";;\n");
        }
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PATH", System.getenv("PATH"));
        Path maven = Files.writeString(folder.resolve("maven"), command + "esac\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Command.run(
                List.of(
                        "bash",
                        "-c",
                        "cd '" + folder + "' && '" + SCRIPT + "' target/tests.log target/reports -Dtest ./maven tests"),
                environment,
                Duration.ofMinutes(1));
    }
}
