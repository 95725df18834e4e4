package si.vpogled.connector.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.Person;
import si.vpogled.subject.Identifier;

/** The contract with a database whose tables any SQL database can have. */
abstract class JdbcContractTest extends ConnectorContractTest {
    static final String READER = "reader";
    static final String PASSWORD = "geslo z 'narekovaji";

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

    abstract String url(int port);

    @Override
    protected Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("shop.yaml"), DEFINITION);
        return definitions;
    }

    @Override
    protected String connector() {
        return "shop";
    }

    @Override
    protected Map<String, String> environment(int port) {
        return new HashMap<>(
                Map.of("SHOP_URL", url(port), "SHOP_USER", READER, "VPOGLED_SECRET_SHOP_PASSWORD", PASSWORD));
    }

    @Override
    protected Map<String, String> wrongCredentials() {
        return Map.of("VPOGLED_SECRET_SHOP_PASSWORD", "napačno");
    }

    @Override
    protected Person one() {
        return person("ena@example.test", Map.of(NAME, 1L, EMAIL, 1L, LOG, 1L), "1");
    }

    @Override
    protected Person several() {
        return person("dve@example.test", Map.of(NAME, 1L, EMAIL, 2L, LOG, 1L), "2", "3");
    }

    @Override
    protected Person many() {
        return person("mnogo@example.test", Map.of(NAME, 1L, EMAIL, 1L, LOG, 100_000L), "4");
    }

    @Override
    protected Person awkward() {
        return person("nerodna@example.test", Map.of(NAME, 1L, EMAIL, 1L), "5");
    }

    private static Person person(String email, Map<String, Long> found, String... numbers) {
        List<Identifier> accounts = java.util.Arrays.stream(numbers)
                .<Identifier>map(Identifier.CustomerNumber::new)
                .toList();
        return new Person(List.of(new Identifier.Email(email)), accounts, found);
    }
}
