package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
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
    int port() {
        return server.port();
    }

    @Override
    String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/shop";
    }

    @Override
    String forbiddenQuery() {
        return "select rolpassword from pg_authid";
    }

    @Override
    String slowQuery() {
        return "select pg_sleep(30)";
    }

    @Override
    List<String> writer() {
        return List.of("postgres", "");
    }

    @Override
    void administer(String statement) {
        server.run("shop", statement);
    }

    @Test
    void whatIsTooLargeForMemoryIsRefusedBeforeItIsThere() throws Exception {
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            ConnectorException fault = catchThrowableOfType(
                    ConnectorException.class,
                    () -> Rows.read(source, "select 1 as one, repeat('x', 40 << 20) as body", "one"));

            assertThat(fault.kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(fault).hasMessageContaining("more than 32 MiB of rows at once");
            assertThat(Rows.read(source, "select 1 as one", "one")).containsExactly(List.of(1L));
        }
    }

    @Test
    void everyTypeHasItsValue() throws Exception {
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            List<Object> row = Rows.read(
                            source,
                            """
                            select 1::smallint a, 2::bigint b, 1.50::numeric(6,2) c, 0.5::real d, true e,
                                   '2024-02-29'::date f, '2024-02-29 12:00'::timestamp g,
                                   '2024-02-29 12:00+02'::timestamptz h, '{"x":1}'::jsonb i,
                                   '6f1c1f0a-2a64-4b5e-9d3c-000000000001'::uuid j, '192.0.2.1'::inet k,
                                   array['a','b'] l, null::int m, 'infinity'::date n, 'NaN'::numeric o,
                                   '\\x00ff'::bytea p, 12.5::money::text q, b'101' r, 'infinity'::timestamptz s,
                                   '12:30'::time t
                            """,
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
                            "r",
                            "s",
                            "t")
                    .getFirst();

            assertThat(row)
                    .containsExactly(
                            1L,
                            2L,
                            new BigDecimal("1.50"),
                            0.5,
                            true,
                            LocalDate.parse("2024-02-29"),
                            LocalDateTime.parse("2024-02-29T12:00"),
                            OffsetDateTime.parse("2024-02-29T10:00Z"),
                            "{\"x\": 1}",
                            "6f1c1f0a-2a64-4b5e-9d3c-000000000001",
                            "192.0.2.1",
                            "{a,b}",
                            null,
                            "infinity",
                            "NaN",
                            "AP8=",
                            "101",
                            "infinity",
                            "12:30:00");
        }
    }
}
