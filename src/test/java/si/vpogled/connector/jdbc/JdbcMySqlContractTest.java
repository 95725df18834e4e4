package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;

class JdbcMySqlContractTest extends JdbcContractTest {
    private static final String[] TYPES = "a b c d e f g h i j k l m n o p q".split(" ");
    private static MySqlServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = MySqlServer.start();
        server.run("", "create database shop character set utf8mb4");
        try (Connection connection = server.connect("shop")) {
            fill(
                    connection,
                    "with recursive digit (d) as (select 0 union all select d + 1 from digit where d < 9)"
                            + " select 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as n"
                            + " from digit a, digit b, digit c, digit e, digit f");
        }
        server.run("", """
                create user '%1$s'@'%%' identified with mysql_native_password by '%2$s';
                grant select on shop.* to '%1$s'@'%%';
                create user 'writer'@'%%' identified with mysql_native_password by 'writer';
                grant all on shop.* to 'writer'@'%%';
                create user 'usual'@'%%' identified with caching_sha2_password by '%2$s';
                grant select on shop.* to 'usual'@'%%'
                """.formatted(READER, PASSWORD.replace("'", "''")));
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
        return "jdbc:mysql://127.0.0.1:" + port + "/shop";
    }

    @Override
    String forbiddenQuery() {
        return "select * from mysql.user";
    }

    @Override
    String slowQuery() {
        return "select sleep(30) from customer";
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
    void whoSignsInAsUsualDoesSoByTls() throws Exception {
        try (Source source = Rows.open(url(port()) + "?sslMode=trust", "usual", PASSWORD, Duration.ofSeconds(30))) {
            assertThat(Rows.read(source, "select name from customer where number = '1'", "name"))
                    .containsExactly(List.of("Ena"));
        }
    }

    @Test
    void whoSignsInAsUsualWithoutTlsIsToldToUseIt() {
        ConnectorException fault = catchThrowableOfType(
                ConnectorException.class,
                () -> Rows.open(url(port()), "usual", PASSWORD, Duration.ofSeconds(30))
                        .close());

        assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault).hasMessageContaining("sslMode=verify-full");
    }

    @Test
    void everyTypeHasItsValue() throws Exception {
        server.run("shop", """
                create table types (a tinyint, b bigint, c decimal(6, 2), d double, e boolean, f date,
                    g datetime, h timestamp null, i json, j enum('x', 'y'), k year, l bigint unsigned, m int, n blob,
                    o bit(1), p date, q time);
                set sql_mode = '';
                set time_zone = '+02:00';
                insert into types values (100, 2, 1.5, 0.5, true, '2024-02-29', '2024-02-29 12:00:00',
                    '2024-02-29 12:00:00', '{"x":1}', 'y', 2024, 18446744073709551615, null, x'00ff', b'1',
                    '0000-00-00', '12:30')
                """);
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            List<Object> row = Rows.read(source, "select * from types", TYPES).getFirst();

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
                            "{\"x\": 1}",
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
