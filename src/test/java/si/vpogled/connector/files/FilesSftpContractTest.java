package si.vpogled.connector.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.OverANetwork;
import si.vpogled.connector.Remote;
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

    /** It resolves paths without the blanks at their end. */
    @Override
    Set<String> ambiguous() {
        return Set.of("presledek ", "lpt1/.. /x");
    }

    @Override
    String settings() {
        return "{host: \"${FOLDERS_HOST}\", port: \"${FOLDERS_PORT}\", user: vpogled, password: {secret: password},"
                + " host-key: \"${FOLDERS_HOST_KEY}\"}";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.of("server", server.port()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "FOLDERS_HOST", server.host(),
                "FOLDERS_PORT", Integer.toString(server.port()),
                "FOLDERS_HOST_KEY", server.hostKey(),
                "VPOGLED_SECRET_FOLDERS_PASSWORD", "geslo");
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(
                new Wrong("server", "VPOGLED_SECRET_FOLDERS_PASSWORD", "ugibanje"),
                new Wrong("server", "FOLDERS_HOST_KEY", SftpServer.hostKey(SftpServer.newKey())));
    }
}
