package si.vpogled;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import si.vpogled.demo.server.PostgresServer;

/** A fresh PostgreSQL, store and master key for tests of the service. */
public final class ServiceDatabase implements QuarkusTestResourceLifecycleManager {
    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        server.createDatabase("vpogled", "vpogled", "vpogled");
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
                folder().toString(),
                "vpogled.base-url",
                "https://vpogled.test");
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "test-store").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
