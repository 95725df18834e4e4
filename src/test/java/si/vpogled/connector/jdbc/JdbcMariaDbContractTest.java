package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Source;
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
        server.run("", "create user 'writer'@'%' identified by 'writer'; grant all on shop.* to 'writer'@'%'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/shop";
    }

    @Override
    String forbiddenQuery() {
        return "select * from mysql.global_priv";
    }

    @Override
    String slowQuery() {
        return "select sleep(30)";
    }

    @Override
    List<String> writer() {
        return List.of("writer", "writer");
    }

    @Override
    void administer(String statement) {
        server.run("shop", statement);
    }

    @Test
    void everyTypeHasItsValue() throws Exception {
        server.run("shop", """
                create or replace table types (a tinyint, b bigint, c decimal(6, 2), d double, e boolean, f date,
                    g datetime, h timestamp null, i json, j enum('x', 'y'), k year, l bigint unsigned, m int, n blob,
                    o bit(1), p date, q time);
                set sql_mode = '';
                set time_zone = '+02:00';
                insert into types values (100, 2, 1.5, 0.5, true, '2024-02-29', '2024-02-29 12:00:00',
                    '2024-02-29 12:00:00', '{"x":1}', 'y', 2024, 18446744073709551615, null, x'00ff', b'1',
                    '0000-00-00', '12:30')
                """);
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            List<Object> row = Rows.read(
                            source,
                            "select * from types",
                            "a",
                            "b",
                            "c",
                            "d",
                            "e",
                            "f",
                            "g",
                            "h",
                            "i",
                            "j",
                            "k",
                            "l",
                            "m",
                            "n",
                            "o",
                            "p",
                            "q")
                    .getFirst();

            assertThat(row)
                    .containsExactly(
                            100L,
                            2L,
                            new BigDecimal("1.50"),
                            0.5,
                            true,
                            LocalDate.parse("2024-02-29"),
                            LocalDateTime.parse("2024-02-29T12:00"),
                            Instant.parse("2024-02-29T10:00:00Z"),
                            "{\"x\":1}",
                            "y",
                            2024L,
                            new BigDecimal("18446744073709551615"),
                            null,
                            "AP8=",
                            true,
                            null,
                            "12:30:00");
        }
    }
}
