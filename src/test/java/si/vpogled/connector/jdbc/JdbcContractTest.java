package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.OverANetwork;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.connector.Source;
import si.vpogled.connector.WithCredentials;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.subject.Identifier;

/** The contract with a database whose tables any SQL database can have. */
abstract class JdbcContractTest extends ConnectorContractTest implements OverANetwork, WithCredentials {
    static final String READER = "reader";
    static final String PASSWORD = "geslo z 'narekovaji";

    private static final String SECRET = "VPOGLED_SECRET_SHOP_PASSWORD";
    private static final String NAME = "domains.legal-framework.name";
    private static final String EMAIL = "domains.legal-framework.email";
    private static final String LOG = "shared-hosting.user-data.access-log";

    private static final String DEFINITION = """
            version: 1
            connector: shop
            title: {sl: Trgovina, en: Shop}
            needs: [email, customer-number]
            yields: [customer-number]
            concurrency: 2
            limits: {seconds: 60, records: 1000000, bytes: 1000000000}
            sources:
              - id: ledger
                transport: jdbc
                settings: {url: "${SHOP_URL}", user: "${SHOP_USER}", password: {secret: password}, connect-seconds: 5}
            identify:
              - source: ledger
                from: email
                read: {query: "select number, changed from customer where lower(email) = :email order by number"}
                yields: {customer-number: NUMBER}
                contact-changed: changed
            collections:
              - id: customers
                title: {sl: Stranke, en: Customers}
                source: ledger
                services: [domains]
                row: legal-framework
                per: customer-number
                read: {query: "select name, email, number from customer where number = :customer-number -- :none"}
                fields:
                  - {name: number, from: number, label: {sl: Številka, en: Number}}
                  - {name: name, from: name, item: name, label: {sl: Ime, en: Name}}
                  - {name: email, from: email, item: email, label: {sl: E-naslov, en: E-mail}}
              - id: visits
                title: {sl: Obiski, en: Visits}
                source: ledger
                services: [shared-hosting, vps]
                row: user-data
                per: customer-number
                item: access-log
                read:
                  query: |
                    select at, address, weight, url from visit
                     where customer = :customer-number and service = :service order by id
                fields:
                  - {name: at, from: at, type: time, label: {sl: Čas, en: Time}}
                  - {name: address, from: address, label: {sl: Naslov IP, en: IP address}}
                  - {name: weight, from: weight, type: decimal, label: {sl: Teža, en: Weight}}
                  - {name: url, from: url, label: {sl: Stran, en: Page}}
            """;

    /** Tables and people; {@code connection} may do everything. */
    static void fill(Connection connection, String numberedFrom1To100000) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer (number varchar(20) primary key, email varchar(200),"
                    + " name text, changed date)");
            statement.execute("create table visit (id int primary key, customer varchar(20), service varchar(40),"
                    + " at timestamp, address varchar(60), weight decimal(12, 4), url text)");
            statement.execute("create index visit_customer on visit (customer, service)");
            statement.execute("insert into customer values ('1', 'ena@example.test', 'Ena', null),"
                    + " ('2', 'dve@example.test', 'Dve', '2020-02-29'), ('3', 'DVE@example.test', null, null),"
                    + " ('4', 'mnogo@example.test', 'Mnogo', null)");
            statement.execute("insert into visit values (-1, '1', 'shared-hosting', '2026-03-29 01:30:00', '192.0.2.1',"
                    + " 1.5, '/'), (-2, '3', 'shared-hosting', null, null, null, '/a')");
            statement.execute("insert into visit select n, '4', 'shared-hosting', '2026-01-31 12:00:00', '2001:db8::1',"
                    + " n / 4.0, concat('/stran/', n) from (" + numberedFrom1To100000 + ") numbers");
        }
        try (PreparedStatement awkward = connection.prepareStatement("insert into customer values ('5', ?, ?, null)")) {
            awkward.setString(1, "nerodna@example.test");
            awkward.setString(2, AWKWARD);
            awkward.execute();
        }
    }

    abstract int port();

    abstract String url(int port);

    /** A query that the reader is not allowed. */
    abstract String forbiddenQuery();

    /** A query that takes half a minute. */
    abstract String slowQuery();

    /** User and password of somebody who may write. */
    abstract List<String> writer();

    @ParameterizedTest
    @ValueSource(strings = {"select * from nothing", "selec 1", "select nothing from customer"})
    void aQueryThatCannotRunIsAMisconfiguration(String query) throws Exception {
        try (Source source = reader()) {
            ConnectorException fault = fault(() -> Rows.read(source, query));

            assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        }
    }

    @Test
    void aQueryThatIsNotAllowedIsRefusedAndTheNextOneRuns() throws Exception {
        try (Source source = reader()) {
            assertThat(fault(() -> Rows.read(source, forbiddenQuery())).kind()).isEqualTo(FaultKind.REFUSED);

            assertThat(Rows.read(source, "select name from customer where number = :customer-number", "NAME"))
                    .containsExactly(List.of("Ena"));
        }
    }

    @Test
    void aReadCannotWriteWhoeverSignsIn() throws Exception {
        try (Source source = Rows.open(url(port()), writer().get(0), writer().get(1), Duration.ofSeconds(30))) {
            ConnectorException fault =
                    fault(() -> Rows.read(source, "delete from customer where number = '1' returning name"));

            assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(Rows.read(source, "select name from customer where number = '1'", "name"))
                    .hasSize(1);
        }
    }

    @Test
    void aStatementErasesNoMoreThanItsBoundAndOneThatGoesFurtherIsRolledBack() throws Exception {
        administer("insert into visit (id, customer) values (-201, 'gone'), (-202, 'gone'), (-203, 'gone')");
        String bounded = "delete from visit where id in (select id from (select id from visit"
                + " where customer = :customer-number order by id limit :most) few)";
        String unbounded = "delete from visit where customer = :customer-number and :most > 0";
        try (Eraser eraser = Rows.eraser(url(port()), writer().get(0), writer().get(1), Duration.ofSeconds(30))) {
            assertThat(Rows.erased(eraser, bounded, 1)).isEqualTo(1);
            assertThat(fault(() -> Rows.erased(eraser, unbounded, 1)).kind()).isEqualTo(FaultKind.DEFECT);
            assertThat(Rows.erased(eraser, bounded, 5)).isEqualTo(2);
            assertThat(Rows.erased(eraser, bounded, 5)).isZero();
        }
    }

    @Test
    void whoMayOnlyReadErasesNothing() throws Exception {
        try (Eraser eraser = Rows.eraser(url(port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            ConnectorException fault =
                    fault(() -> Rows.erased(eraser, "delete from customer where number = :customer-number", 1));

            assertThat(fault.kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(fault).hasMessageContaining("forbids this user to change");
        }
    }

    @Test
    void aQueryThatOutlivesTheRunIsUnavailable() throws Exception {
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(1))) {
            assertThat(fault(() -> Rows.read(source, slowQuery())).kind()).isEqualTo(FaultKind.UNAVAILABLE);
        }
    }

    @Test
    void aSourceClosedUnderItsReaderEndsTheRead() throws Exception {
        try (FaultyProxy proxy = FaultyProxy.to(port());
                Source source = Rows.open(url(proxy.port()), READER, PASSWORD, Duration.ofSeconds(30))) {
            FutureTask<ConnectorException> reading =
                    new FutureTask<>(() -> fault(() -> Rows.read(source, slowQuery())));
            long before = proxy.asked();
            Thread.ofPlatform().start(reading);
            await().atMost(Duration.ofSeconds(30)).until(() -> proxy.asked() > before);

            source.close();

            assertThat(reading.get(30, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.UNAVAILABLE);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsAMisconfiguration() {
        String url = url(port()).replace("/shop", "/shipp");

        assertThat(fault(() -> Rows.open(url, READER, PASSWORD, Duration.ofSeconds(10))
                                .close())
                        .kind())
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void credentialsHaveNoPlaceInTheAddress() {
        String url = url(port()) + "?password=" + PASSWORD;

        assertThat(fault(() ->
                        Rows.open(url, READER, PASSWORD, Duration.ofSeconds(10)).close()))
                .hasMessageNotContaining(PASSWORD)
                .hasMessageContaining("neither user nor password");
    }

    @Test
    void aTestMissesColumnsThatFieldsAskForWhateverTheirCase() throws Exception {
        try (Source source = reader()) {
            source.test(Rows.query("select name from customer where number = :customer-number"), List.of("NAME"));

            assertThat(fault(() -> source.test(Rows.query("select name from customer"), List.of("name", "surname"))))
                    .hasMessageContaining("no column surname");
        }
    }

    @Test
    void aTestMissesTheRightToRead() throws Exception {
        try (Source source = reader()) {
            assertThat(fault(() -> source.test(Rows.query(forbiddenQuery()), List.of()))
                            .kind())
                    .isEqualTo(FaultKind.REFUSED);
        }
    }

    @Test
    void aTestRunsNoQuery() throws Exception {
        try (Source source = Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(5))) {
            source.test(Rows.query(slowQuery()), List.of());
        }
    }

    @Test
    void allReadsOfARunSeeTheSameState() throws Exception {
        String count = "select count(*) as n from visit where customer = 'new'";
        try (Source source = reader()) {
            assertThat(Rows.read(source, count, "n")).containsExactly(List.of(0L));
            administer("insert into visit (id, customer) values (-100, 'new')");

            assertThat(Rows.read(source, count, "n")).containsExactly(List.of(0L));
        } finally {
            administer("delete from visit where id = -100");
        }
    }

    @Test
    void largeValuesAreReadInTurn() throws Exception {
        String query = "select repeat('x', 2097152) as body from visit where customer = '4' and id <= 24";
        try (Source source = reader()) {
            assertThat(Rows.read(source, query, "body"))
                    .hasSize(24)
                    .allSatisfy(row ->
                            assertThat(row.getFirst().toString().length()).isEqualTo(2097152));
        }
    }

    @Test
    void aRowLargerThanARecordMayBeIsRefusedByItsColumnAndTheNextQueryRuns() throws Exception {
        try (Source source = reader()) {
            ConnectorException fault =
                    fault(() -> Rows.read(source, "select 1 as one, repeat('x', 9437184) as body", "one", "body"));

            assertThat(fault.kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(fault).hasMessageContaining("(8 MiB), with its column body");
            assertThat(Rows.read(source, "select 1 as one", "one")).containsExactly(List.of(1L));
        }
    }

    abstract void administer(String statement);

    private Source reader() throws ConnectorException {
        return Rows.open(url(port()), READER, PASSWORD, Duration.ofSeconds(30));
    }

    private static ConnectorException fault(ThrowableAssert.ThrowingCallable code) {
        return catchThrowableOfType(ConnectorException.class, code);
    }

    @Override
    public Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("shop.yaml"), DEFINITION);
        return definitions;
    }

    @Override
    public String connector() {
        return "shop";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.of("ledger", port()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SHOP_URL", url(port()), "SHOP_USER", READER, SECRET, PASSWORD);
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(new Wrong("ledger", SECRET, "napačno"), new Wrong("ledger", "SHOP_USER", "nobody"));
    }

    @Override
    public Person one() {
        return person("ena@example.test", Map.of(NAME, 1L, EMAIL, 1L, LOG, 1L), "1");
    }

    @Override
    public Person several() {
        return person("dve@example.test", Map.of(NAME, 1L, EMAIL, 2L, LOG, 1L), "2", "3");
    }

    @Override
    public Person many() {
        return person("mnogo@example.test", Map.of(NAME, 1L, EMAIL, 1L, LOG, 100_000L), "4");
    }

    @Override
    public Person awkward() {
        return person("nerodna@example.test", Map.of(NAME, 1L, EMAIL, 1L), "5");
    }

    private static Person person(String email, Map<String, Long> found, String... numbers) {
        List<Identifier> accounts = java.util.Arrays.stream(numbers)
                .<Identifier>map(Identifier.CustomerNumber::new)
                .toList();
        return new Person(List.of(new Identifier.Email(email)), accounts, found);
    }
}
