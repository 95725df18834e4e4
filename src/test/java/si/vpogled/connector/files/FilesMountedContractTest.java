package si.vpogled.connector.files;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Behaviour;

class FilesMountedContractTest extends FilesContractTest {
    @TempDir
    private static Path server;

    @BeforeAll
    static void fill() {
        fill(server);
    }

    @Override
    String settings() {
        return "{path: \"${FOLDERS_PATH}\"}";
    }

    @Override
    protected int port() {
        return 0;
    }

    @Override
    protected Map<String, String> environment(int port) {
        return Map.of("FOLDERS_PATH", server.toString());
    }

    @Override
    protected Map<String, String> wrongCredentials() {
        return Map.of();
    }

    @Override
    protected Set<Behaviour> behaviours() {
        return EnumSet.complementOf(EnumSet.of(Behaviour.NETWORK, Behaviour.CREDENTIALS));
    }
}
