package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.Extracts;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.JobProcess;
import si.vpogled.connector.Outcome;

/** No network and no credentials: the system has mounted the folder. What can be wrong with the mount stands here instead. */
class FilesMountedContractTest extends FilesContractTest {
    @TempDir
    private static Path server;

    @BeforeAll
    static void fill() {
        fill(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "log/access.log"})
    void aPathWhereNoFolderIsIsAMisconfiguration(String path) throws Exception {
        everythingFails(server.resolve(path), FaultKind.MISCONFIGURED);
    }

    @Test
    void aPathThatDependsOnWhereTheProcessStartedIsAMisconfiguration() throws Exception {
        everythingFails(Path.of("").toAbsolutePath().relativize(server), FaultKind.MISCONFIGURED);
    }

    @Test
    void aFolderThatTheProcessMayNotReadIsAMisconfiguration() throws Exception {
        Path closed = folder.resolve("closed");
        Files.createDirectory(closed, PosixFilePermissions.asFileAttribute(Set.of()));

        Outcome outcome = run(new JobProcess(folder).boundByPermissions(), one(), environment(closed));

        assertThat(outcome.items()).allSatisfy(item -> Extracts.failedWith(item, Set.of(FaultKind.MISCONFIGURED)));
    }

    @Test
    void aMountPointWithNothingMountedIsUnavailable() throws Exception {
        everythingFails(Files.createDirectory(folder.resolve("mount")), FaultKind.UNAVAILABLE);
    }

    @Override
    String settings() {
        return "{path: \"${FOLDERS_PATH}\"}";
    }

    @Override
    public Map<String, String> environment() {
        return environment(server);
    }

    private void everythingFails(Path path, FaultKind kind) throws Exception {
        Extracts.everythingFails(this, environment(path), 60, Set.of(kind));
    }

    private static Map<String, String> environment(Path path) {
        return Map.of("FOLDERS_PATH", path.toString());
    }
}
