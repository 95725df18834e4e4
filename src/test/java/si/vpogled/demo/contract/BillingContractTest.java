package si.vpogled.demo.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.Erases;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.billing.BillingBackend;
import si.vpogled.subject.Identifier;

class BillingContractTest extends BuiltInContractTest implements Erases {
    private static final String CUSTOMERS = """
            insert into customer (number, name, street, post_code, town, vat_id, email, since) values
              ('1', 'Ena', 'Pot 1', '1000', 'Ljubljana', null, 'ena@example.test', '2025-01-01'),
              ('2', 'Dve', 'Pot 2', '1000', 'Ljubljana', null, 'Dve@example.test', '2025-01-01'),
              ('3', 'Dve d.o.o.', 'Pot 2', '1000', 'Ljubljana', 'SI12345678', 'dve@example.test', '2025-01-01'),
              ('4', 'Mnogo', 'Pot 4', '1000', 'Ljubljana', null, 'mnogo@example.test', '2025-01-01'),
              ('5', 'Nerodna', 'Pot 5', '1000', 'Ljubljana', null, 'nerodna@example.test', '2025-01-01'),
              ('6', 'Konec leta', 'Pot 6', '1000', 'Ljubljana', null, 'konec@example.test', '2024-12-01')""";
    /** One changed name and address after the order, the other's invoice still tells the former name. */
    private static final String RENAMED = """
            insert into customer (number, name, street, post_code, town, email, email_changed_on, since) values
              ('7', 'Nova Poročena', 'Pot 7', '1000', 'Ljubljana', 'nova@example.test', '2025-06-01', '2024-01-01'),
              ('8', 'Nova d. o. o.', 'Pot 8', '1000', 'Ljubljana', 'druzba@example.test', null, '2024-01-01')""";

    private static final String AT_THE_END_OF_THE_YEAR = """
            values
              ('K-1', '6', 'domains', '2024-12-30', '2025-01-09', 'Konec leta', 'Pot 6', 'Kraj', 'konec@example.test',
               10, 2.2, true, null),
              ('K-2', '6', 'domains', '2025-01-10', '2025-01-19', 'Konec leta', 'Pot 6', 'Kraj', 'konec@example.test',
               10, 2.2, true, '2024-12-31')""";
    private static final String INVOICE = """
            insert into invoice (number, customer_number, service, issued_on, due_on, customer_name, customer_street,
                                 customer_town, customer_email, net, vat, paid)
            """;
    private static BillingBackend backend;

    @BeforeAll
    static void start() throws SQLException {
        backend = BillingBackend.start(NOBODY);
        try (Connection connection = backend.connect();
                Statement statement = connection.createStatement();
                PreparedStatement order = connection.prepareStatement("""
                        insert into service_order values (?, ?, 'websites', 'Stran', '2025-01-01', null, ?, 'Pot', 'Kraj', ?,
                            'x@example.test')""")) {
            statement.execute(CUSTOMERS);
            statement.execute(INVOICE + "values ('A-1', '1', 'domains', '2025-01-01', '2025-01-09', 'Ena', 'Pot 1',"
                    + " '1000 Ljubljana', 'ena@example.test', 10, 2.2, true)");
            statement.execute("insert into payment (id, invoice_number, paid_at, method, amount, payer_ip)"
                    + " values (1, 'A-1', '2025-01-02 10:00:00+01', 'card', 12.2, '192.0.2.1')");
            statement.execute(INVOICE + "select 'M-' || n, '4', 'vps', '2025-01-01', '2025-01-09', 'Mnogo', 'Pot 4',"
                    + " '1000 Ljubljana', 'mnogo@example.test', 10, 2.2, true from generate_series(1, 100000) n");
            order(order, "2", "Dve", null);
            order(order, "3", "Dve d.o.o.", "SI12345678");
            order(order, "5", AWKWARD, null);
            statement.execute("insert into service_order values ('N-6', '5', 'vps', 'VPS', '2025-01-01', null,"
                    + " 'Tone Tehnik', 'Pot 6', 'Kranj', 'SI99999999', 'Tone@example.test')");
            statement.execute("insert into service_order values ('N-7', '5', 'dostavljalec', 'D', '2025-01-01', null,"
                    + " 'Nerodna', 'Pot 5', 'Kranj', null, 'nekoc@example.test')");
            statement.execute(RENAMED);
            statement.execute("insert into service_order values"
                    + " ('N-8', '7', 'vps', 'VPS', '2025-06-01', null, 'Stara Dekliška', 'Pot 1', 'Kranj', null,"
                    + " 'nekdanja@example.test'),"
                    + " ('N-9', '8', 'vps', 'VPS', '2025-01-01', null, 'Stara s. p.', 'Pot 1', 'Kranj', null,"
                    + " 'nekdanja@example.test')");
            statement.execute(INVOICE + "values ('A-3', '8', 'vps', '2025-01-01', '2025-01-09', 'Stara s. p.', 'Pot 1',"
                    + " 'Kranj', 'druzba@example.test', 10, 2.2, true)");
            statement.execute(INVOICE.replace("paid)", "paid, service_until)") + AT_THE_END_OF_THE_YEAR);
            statement.execute("insert into payment (id, invoice_number, paid_at, method, amount, payer_ip) values"
                    + " (2, 'K-1', '2025-01-02 10:00:00+01', 'card', 12.2, '192.0.2.6'),"
                    + " (3, 'K-2', '2025-01-12 10:00:00+01', 'card', 12.2, '192.0.2.6')");
            statement.execute(INVOICE + "values ('A-2', '5', 'domains', '2025-02-01', '2025-02-09', 'Nerodna', 'Pot 5',"
                    + " '1000 Ljubljana', 'tone@example.test', 10, 2.2, true)");
        }
    }

    private static void order(PreparedStatement order, String customer, String name, String vatId) throws SQLException {
        order.setString(1, "N-" + customer);
        order.setString(2, customer);
        order.setString(3, name);
        order.setString(4, vatId);
        order.execute();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    public String connector() {
        return "billing";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.of("ledger", backend.port()));
    }

    @Override
    public Map<String, String> environment() {
        return backend.environment();
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(new Wrong("ledger", "VPOGLED_SECRET_BILLING_PASSWORD", "napačno"));
    }

    @Override
    public Person one() {
        return person(
                "ena@example.test",
                all(
                        counts("domains.legal-framework", "name 1", "address 1", "email 1"),
                        counts("domains.service-fulfilment", "payer-ip 1")),
                "1");
    }

    @Override
    public Person several() {
        return person(
                "dve@example.test",
                counts("websites.service-fulfilment", "name 2", "address 2", "email 2", "vat-id 1"),
                "2",
                "3");
    }

    @Override
    public Person many() {
        return person(
                "mnogo@example.test",
                counts("vps.legal-framework", "name 100000", "address 100000", "email 100000"),
                "4");
    }

    @Override
    public Person awkward() {
        return person(
                "nerodna@example.test",
                all(
                        counts("websites.service-fulfilment", "name 1", "address 1", "email 1"),
                        counts("vps.service-fulfilment", "name 1", "address 1", "email 1", "vat-id 1"),
                        counts("dostavljalec.service-fulfilment", "name 1", "address 1", "email 1"),
                        counts("domains.legal-framework", "name 1", "address 1", "email 1")),
                "5");
    }

    @Test
    void whoIsOnlyTheContactOfACustomerGetsTheContactAndNothingOfTheCustomer() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.Email("tone@example.test")));

        Outcome outcome = ordered.run(order, environment());

        assertThat(outcome.identifiers()).isEmpty();
        assertThat(outcome.items())
                .filteredOn(item -> item.outcome() == Outcome.Found.FOUND)
                .extracting(item -> item.item().toString())
                .containsExactlyInAnyOrder(
                        "vps.service-fulfilment.name",
                        "vps.service-fulfilment.address",
                        "vps.service-fulfilment.email",
                        "domains.legal-framework.email");
        assertThat(ordered.text(order, "vps/service-fulfilment/contact-orders.csv"))
                .contains("Tone Tehnik", "Pot 6", "Tone@example.test")
                .doesNotContain("SI99999999", "Nerodna", "N-6", "VPS");
        assertThat(ordered.text(order, "domains/legal-framework/contact-invoices.csv"))
                .contains("tone@example.test", "2025-02-01")
                .doesNotContain("Nerodna", "A-2", "Pot 5", "12.2");
    }

    /** Whoever moved or married since stands there twice. */
    @Test
    void anOrderTellsWhatItTookDownAndWhatTheCustomersRecordSaysNow() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.CustomerNumber("7")));

        ordered.run(order, environment());

        assertThat(ordered.text(order, "vps/service-fulfilment/orders.csv"))
                .contains("Stara Dekliška", "Pot 1", "nekdanja@example.test")
                .contains("Nova Poročena", "Pot 7", "1000 Ljubljana", "SI", "nova@example.test", "2024-01-01");
    }

    /** Nobody knows whose the mailbox is now; its holder is told that something was left out. */
    @ParameterizedTest
    @CsvSource({"nekoc@example.test, 1", "Nekdanja@example.test, 2"})
    void anAddressThatMayHaveBeenTheCustomersGetsNothingOfTheCustomer(String email, int orders) throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.Email(email)));

        Outcome outcome = ordered.run(order, environment());

        assertThat(outcome.items())
                .allSatisfy(item -> assertThat(item.outcome()).isEqualTo(Outcome.Found.NONE_HELD));
        assertThat(ordered.entries(order)).isEmpty();
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(orders);
            assertThat(remark.leftOut()).isTrue();
            assertThat(remark.text().sl()).contains("ne dokazuje, da govorijo o vas");
        });
    }

    /** ZDDV-1 Art. 86: the year that the invoice relates to, whenever it was issued or paid. */
    @Test
    void aPaymentIsKeptAsLongAsItsInvoiceAndThatFromTheYearItBills() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.CustomerNumber("6")));

        ordered.run(order, environment());

        for (String collection : List.of("legal-framework/invoices", "service-fulfilment/payments")) {
            assertThat(Ordered.JSON
                            .readTree(ordered.content(order, "domains/" + collection + ".json"))
                            .path("records")
                            .findValuesAsText("keptUntil"))
                    .as(collection)
                    .containsExactly("2034-12-31", "2034-12-31");
        }
    }

    private static Person person(String email, Map<String, Long> found, String... numbers) {
        return new Person(
                List.of(new Identifier.Email(email)),
                Arrays.stream(numbers)
                        .<Identifier>map(Identifier.CustomerNumber::new)
                        .toList(),
                found);
    }

    private static final String ERASED = """
            delete from payment where invoice_number like 'E-%';
            delete from invoice_line where invoice_number like 'E-%';
            delete from invoice where number like 'E-%';
            delete from service_order where number like 'E-%';
            delete from customer where number in ('37', '38', '39');
            insert into customer (number, name, street, post_code, town, email, since)
              select n::text, 'Stranka ' || n, 'Pot', '1000', 'Ljubljana', n || '@osem.example', '2010-01-01'
                from generate_series(37, 39) n;
            insert into invoice (number, customer_number, service, issued_on, due_on, customer_name, customer_street,
                                 customer_town, customer_email, net, vat, paid)
              select 'E-' || c || '-' || n, c::text, 'domains', case when n < 4 then date '2015-02-28' else '2024-02-29' end,
                     '2024-03-08', 'Stranka ' || c, 'Pot', 'Kraj', case when c = 37 then '38' else c::text end || '@osem.example', 1, 1, true
                from generate_series(37, 39) c, generate_series(1, 5) n;
            insert into invoice_line select number, 1, 'Domena', 1, 1 from invoice where number like 'E-%';
            insert into payment (id, invoice_number, paid_at, method, amount, payer_ip)
              select 9000 + row_number() over (order by number), number, '2025-01-05 10:00:00+01', 'card', 2, '192.0.2.1'
                from invoice where number like 'E-%';
            insert into service_order
              select 'E-' || c || '-' || n, c::text, 'vps', 'VPS', '2020-01-01', null, case when c = 37 then 'Tone' else 'Stranka ' || c end,
                     'Pot', 'Kraj', null, case when c = 37 then '38' else c::text end || '@osem.example'
                from generate_series(37, 39) c, generate_series(1, 3) n
            """;

    @Override
    public Map<String, String> erasing() {
        return backend.erasing();
    }

    @Override
    public List<Identifier> whoIsErased() throws SQLException {
        run(ERASED);
        return List.of(new Identifier.Email("38@osem.example"));
    }

    @Override
    public List<Identifier> bystander() throws SQLException {
        run(ERASED);
        return List.of(new Identifier.Email("39@osem.example"));
    }

    @Override
    public void refuseSome(boolean refuse) throws SQLException {
        run(
                refuse
                        ? "revoke delete on service_order from " + BillingBackend.ERASER
                        : "grant delete on service_order to " + BillingBackend.ERASER);
    }

    private static void run(String statements) throws SQLException {
        try (Connection connection = backend.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
