package si.vpogled;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import si.vpogled.demo.server.PostgresServer;

/**
 * A fresh PostgreSQL, store and master key for tests of the service alone: its connectors are those that come along,
 * with addresses where nobody answers.
 */
public final class ServiceDatabase implements QuarkusTestResourceLifecycleManager {
    private static final List<String> CONNECTORS =
            List.of("billing", "whois-domain", "hosting", "dostavljalec", "website-builder");
    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        server.createDatabase("vpogled", "vpogled", "vpogled");
        try {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    server.jdbcUrl("vpogled"),
                    "quarkus.datasource.username",
                    "vpogled",
                    "quarkus.datasource.password",
                    "vpogled",
                    "quarkus.http.test-port",
                    "0",
                    "vpogled.master-key",
                    Base64.getEncoder().encodeToString(new byte[32]),
                    "vpogled.store.directory",
                    Path.of("target", "test-store").toAbsolutePath().toString(),
                    "vpogled.connectors.directory",
                    connectors().toString(),
                    "vpogled.base-url",
                    "https://vpogled.test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path connectors() throws IOException {
        Path folder =
                Files.createDirectories(Path.of("target", "test-connectors").toAbsolutePath());
        for (String connector : CONNECTORS) {
            try (InputStream in = ServiceDatabase.class.getResourceAsStream("/connectors/" + connector + ".yaml")) {
                String definition = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("\\$\\{[A-Z_]*JDBC_URL}", "jdbc:postgresql://127.0.0.1:9/none")
                        .replaceAll("\\$\\{[A-Z_]*URL}", "http://127.0.0.1:9")
                        .replaceAll("\\$\\{[A-Z_]*PORT}", "9")
                        .replaceAll("\\$\\{[A-Z_]*}", "none");
                Files.writeString(folder.resolve(connector + ".yaml"), definition);
            }
        }
        return folder;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
