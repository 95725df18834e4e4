package si.vpogled.connector.files;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.OverANetwork;
import si.vpogled.connector.WithCredentials;
import si.vpogled.demo.server.SftpServer;

class FilesSftpContractTest extends FilesContractTest implements OverANetwork, WithCredentials {
    @TempDir
    private static Path shown;

    private static SftpServer server;

    @BeforeAll
    static void start() {
        fill(shown);
        server = SftpServer.start(shown).user("vpogled", "geslo");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String settings() {
        return "{host: \"${FOLDERS_HOST}\", port: \"${FOLDERS_PORT}\", user: vpogled, password: {secret: password},"
                + " host-key: \"${FOLDERS_HOST_KEY}\"}";
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Map<String, String> environment(int port) {
        return Map.of(
                "FOLDERS_HOST", server.host(),
                "FOLDERS_PORT", Integer.toString(port),
                "FOLDERS_HOST_KEY", server.hostKey(),
                "VPOGLED_SECRET_FOLDERS_PASSWORD", "geslo");
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("VPOGLED_SECRET_FOLDERS_PASSWORD", "ugibanje");
    }
}
