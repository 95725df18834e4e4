package si.vpogled.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.demo.server.MariaDbServer;

class JdbcMariaDbContractTest extends JdbcContractTest {
    private static MariaDbServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = MariaDbServer.start();
        server.createDatabase("shop");
        try (Connection connection = server.connect("shop")) {
            fill(connection, "select seq as n from seq_1_to_100000");
        }
        server.createReader("shop", READER, PASSWORD.replace("'", "''"));
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
        return "jdbc:mariadb://127.0.0.1:" + port + "/shop";
    }
}
