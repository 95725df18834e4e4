package si.vpogled.demo.backend.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.postgresql.util.PGobject;
import si.vpogled.demo.backend.Rows;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** Writes every customer's orders, invoices and payments. */
final class BillingRecords {
    private static final BigDecimal VAT = new BigDecimal("0.22");
    private static final Map<String, Offer> OFFERS = Map.of(
            "domains", new Offer("Registracija domene za eno leto", "Domena", "12.50", 12, false),
            "ssl-certificates", new Offer("Certifikat SSL za eno leto", "SSL Osnovni", "39.00", 12, false),
            "shared-hosting", new Offer("Deljeno gostovanje za eno leto", "Gostovanje M", "89.90", 12, false),
            "vps", new Offer("Strežnik VPS za en mesec", "VPS 4", "24.00", 1, false),
            "dostavljalec", new Offer("Dostavljalec za en mesec", "Dostavljalec 5000", "14.90", 1, true),
            "websites", new Offer("Spletna stran za eno leto", "Stran Plus", "119.00", 12, false));

    /** @param inArrears whether the invoice bills the time before it */
    private record Offer(String line, String name, String price, int months, boolean inArrears) {}

    private final Connection connection;
    private final Population population;
    private long invoices;
    private long payments;

    BillingRecords(Connection connection, Population population) {
        this.connection = connection;
        this.population = population;
    }

    void write() throws SQLException {
        try (Rows customers = Rows.into(
                connection,
                "customer",
                "number, name, street, post_code, town, vat_id, email, email_changed_on, since")) {
            for (Customer one : population.customers()) {
                customers.add(
                        one.number(),
                        one.name(),
                        one.address().street(),
                        one.address().postCode(),
                        one.address().town(),
                        one.vatId().orElse(null),
                        one.email(),
                        one.contact().changed().orElse(null),
                        one.since());
            }
        }
        orders();
        invoices();
    }

    private void orders() throws SQLException {
        try (Rows orders = Rows.into(connection, "service_order", """
                number, customer_number, service, package, ordered_on, renews_on,
                contact_name, contact_street, contact_town, contact_vat_id, contact_email""")) {
            for (Customer one : population.customers()) {
                for (String service : one.holdings().services()) {
                    LocalDate ordered = ordered(one, service);
                    orders.add(
                            "N-" + one.number() + "-" + service,
                            one.number(),
                            service,
                            OFFERS.get(service).name(),
                            ordered,
                            ordered.plusYears(population.today().getYear() - ordered.getYear() + 1L),
                            one.name(),
                            one.address().street(),
                            one.address().townLine(),
                            one.vatId().orElse(null),
                            one.email());
                }
            }
        }
    }

    private LocalDate ordered(Customer customer, String service) {
        int months = population.dice("ordered", customer.number(), service).below(3);
        return customer.since().plusMonths(months);
    }

    private void invoices() throws SQLException {
        try (Rows invoices = Rows.into(connection, "invoice", """
                        number, customer_number, service, issued_on, due_on, customer_name, customer_street,
                        customer_town, customer_vat_id, customer_email, net, vat, paid, service_until""");
                Rows lines = Rows.into(
                        connection, "invoice_line", "invoice_number, position, description, quantity, price");
                Rows paid = Rows.into(connection, "payment", """
                        id, invoice_number, paid_at, method, amount, payer_ip, card_last_digits, paypal_account,
                        bank_account""")) {
            for (Customer one : population.customers()) {
                for (String service : one.holdings().services()) {
                    invoices(one, service, new Tables(invoices, lines, paid));
                }
            }
        }
    }

    private record Tables(Rows invoices, Rows lines, Rows payments) {}

    private void invoices(Customer customer, String service, Tables tables) throws SQLException {
        Offer offer = OFFERS.get(service);
        LocalDate first = ordered(customer, service);
        for (int i = 0; first.plusMonths((long) i * offer.months()).isBefore(population.today()); i++) {
            LocalDate issued = first.plusMonths((long) i * offer.months());
            String number = "%d-%06d".formatted(issued.getYear(), ++invoices);
            BigDecimal net = new BigDecimal(offer.price());
            BigDecimal vat = net.multiply(VAT).setScale(2, RoundingMode.HALF_UP);
            boolean open = issued.isAfter(population.today().minusDays(8));
            tables.invoices()
                    .add(
                            number,
                            customer.number(),
                            service,
                            issued,
                            issued.plusDays(8),
                            customer.name(),
                            customer.address().street(),
                            customer.address().townLine(),
                            customer.vatId().orElse(null),
                            customer.email(),
                            net,
                            vat,
                            !open,
                            offer.inArrears() ? issued.minusDays(1) : null);
            tables.lines().add(number, 1, offer.line(), BigDecimal.ONE, net);
            if (!open) {
                payment(customer, number, issued, net.add(vat), tables.payments());
            }
        }
    }

    /** By card, PayPal or bank account in turn; only what comes over the network has an address. */
    private void payment(Customer customer, String invoice, LocalDate issued, BigDecimal amount, Rows table)
            throws SQLException {
        Dice dice = population.dice("payment", invoice);
        Dice own = population.dice("payer", customer.number());
        String method = new String[] {"card", "paypal", "bank"}[(int) (payments % 3)];
        OffsetDateTime at = dice.time(issued, issued.plusDays(7)).atOffset(ZoneOffset.ofHours(1));
        table.add(
                ++payments,
                invoice,
                at,
                method,
                amount,
                method.equals("bank") ? null : inet(own.address()),
                method.equals("card") ? "%04d".formatted(own.below(10_000)) : null,
                method.equals("paypal") ? customer.email() : null,
                method.equals("bank") ? Names.iban(own) : null);
    }

    private static PGobject inet(String address) throws SQLException {
        PGobject value = new PGobject();
        value.setType("inet");
        value.setValue(address);
        return value;
    }
}
