package si.vpogled.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.demo.server.PostgresServer;

class JdbcPostgresContractTest extends JdbcContractTest {
    private static PostgresServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start();
        server.createDatabase("shop", "owner", "owner");
        try (Connection connection = server.connect("shop")) {
            fill(connection, "select n from generate_series(1, 100000) n");
        }
        server.createReader("shop", READER, PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Override
    String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/shop";
    }
}
