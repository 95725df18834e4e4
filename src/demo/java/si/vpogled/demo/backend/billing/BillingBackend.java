package si.vpogled.demo.backend.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Resources;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.PostgresServer;

/** The billing database; the connector reads it with a user that may only select. */
public final class BillingBackend implements Backend {
    public static final String USER = "vpogled_bralec";
    public static final String PASSWORD = "bere-obracun";
    public static final String ERASER = "vpogled_brisalec";
    private static final String ERASERS_PASSWORD = "brise-obracun";
    private static final String DATABASE = "obracun";

    /** What the connector's statements delete and blank, and no more. */
    private static final String MAY_ERASE = """
            grant usage on schema public to %1$s;
            grant select on customer, service_order, invoice, invoice_line, payment to %1$s;
            grant delete on service_order, invoice, invoice_line, payment to %1$s;
            grant update (contact_name, contact_street, contact_town, contact_vat_id, contact_email)
               on service_order to %1$s;
            grant update (customer_email) on invoice to %1$s;
            grant update (payer_ip, card_last_digits, paypal_account, bank_account) on payment to %1$s
            """.formatted(ERASER);

    private final PostgresServer server;
    private final boolean ours;

    private BillingBackend(PostgresServer server, boolean ours) {
        this.server = server;
        this.ours = ours;
    }

    /** On a server of its own. */
    public static BillingBackend start(Population population) {
        return fill(population, PostgresServer.start(), true);
    }

    /** On a server that somebody else closes. */
    public static BillingBackend on(PostgresServer server, Population population) {
        return fill(population, server, false);
    }

    private static BillingBackend fill(Population population, PostgresServer server, boolean ours) {
        server.run("postgres", "drop database if exists " + DATABASE + " with (force)");
        server.createDatabase(DATABASE, "obracun_lastnik", "ima-obracun");
        server.run(DATABASE, Resources.text("/backend/billing.sql"));
        server.createReader(DATABASE, USER, PASSWORD);
        server.createUser(DATABASE, ERASER, ERASERS_PASSWORD, MAY_ERASE);
        try (Connection connection = server.connect(DATABASE)) {
            connection.setAutoCommit(false);
            new BillingRecords(connection, population).write();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("Billing cannot be filled: " + e.getMessage(), e);
        }
        return new BillingBackend(server, ours);
    }

    public String jdbcUrl() {
        return server.jdbcUrl(DATABASE);
    }

    public int port() {
        return server.port();
    }

    /** A connection of the administrator, for tests that change what is held. */
    public Connection connect() throws SQLException {
        return server.connect(DATABASE);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("BILLING_JDBC_URL", jdbcUrl(), "BILLING_USER", USER, "VPOGLED_SECRET_BILLING_PASSWORD", PASSWORD);
    }

    @Override
    public Map<String, String> erasing() {
        return Map.of("BILLING_ERASING_USER", ERASER, "VPOGLED_SECRET_BILLING_ERASING_PASSWORD", ERASERS_PASSWORD);
    }

    @Override
    public void close() {
        if (ours) {
            server.close();
        }
    }
}
