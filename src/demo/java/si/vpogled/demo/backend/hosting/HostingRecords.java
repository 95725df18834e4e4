package si.vpogled.demo.backend.hosting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import si.vpogled.demo.backend.Letters;
import si.vpogled.demo.backend.Rows;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Holdings.Hosting;
import si.vpogled.demo.people.Holdings.Server;
import si.vpogled.demo.people.Population;

/** Writes what the control panel knows of packages and servers. */
final class HostingRecords {
    private final Connection connection;
    private final Population population;
    private long ids;

    HostingRecords(Connection connection, Population population) {
        this.connection = connection;
        this.population = population;
    }

    /** A package or a server, as rows that may belong to either refer to it. */
    private record Place(String account, String server, String domain, Customer customer) {
        static Place of(Customer customer, Hosting hosting) {
            return new Place(hosting.account(), null, hosting.domain(), customer);
        }

        static Place of(Customer customer, Server server) {
            return new Place(null, server.name(), server.domain(), customer);
        }

        String name() {
            return account == null ? server : account;
        }
    }

    void write() throws SQLException {
        try (Rows packages = Rows.into(connection, "hosting_package", """
                        account, customer_number, plan, activated_on, panel_user, panel_password, ftp_user,
                        ftp_password, credentials_changed_on""");
                Rows servers = Rows.into(connection, "vps_server", """
                        server, customer_number, plan, activated_on, address, root_user, root_password,
                        patchman_licence""")) {
            for (Customer customer : population.customers()) {
                for (Hosting hosting : customer.holdings().hosting()) {
                    add(packages, customer, hosting);
                }
                for (Server server : customer.holdings().servers()) {
                    add(servers, customer, server);
                }
            }
        }
        for (Customer customer : population.customers()) {
            for (Hosting hosting : customer.holdings().hosting()) {
                activation(
                        Place.of(customer, hosting),
                        "gostovanja",
                        hosting.panelUser(),
                        panelPassword(hosting.account()));
                patchman(Place.of(customer, hosting));
                if (hosting.migrated()) {
                    migration(Place.of(customer, hosting));
                }
            }
            for (Server server : customer.holdings().servers()) {
                activation(Place.of(customer, server), "strežnika VPS", server.name(), panelPassword(server.name()));
                if (server.patchman()) {
                    patchman(Place.of(customer, server));
                }
                if (server.migrated()) {
                    migration(Place.of(customer, server));
                }
            }
        }
    }

    private String panelPassword(String account) {
        return population.dice("panel", account).password();
    }

    private void add(Rows packages, Customer customer, Hosting hosting) throws SQLException {
        LocalDate activated = customer.since().plusDays(2);
        packages.add(
                hosting.account(),
                customer.number(),
                hosting.kilobytes() > 10_000 ? "Gostovanje XL" : "Gostovanje M",
                activated,
                hosting.panelUser(),
                panelPassword(hosting.account()),
                hosting.ftpUser(),
                population.dice("ftp", hosting.account()).password(),
                population.dice("changed", hosting.account()).oneIn(2) ? activated.plusMonths(1) : null);
    }

    private void add(Rows servers, Customer customer, Server server) throws SQLException {
        servers.add(
                server.name(),
                customer.number(),
                "VPS 4",
                customer.since().plusDays(3),
                "198.51.100." + population.dice("address", server.name()).between(1, 254),
                "root",
                panelPassword(server.name()),
                server.patchman());
    }

    private void activation(Place place, String what, String user, String password) throws SQLException {
        try (Rows emails =
                Rows.into(connection, "activation_email", "id, account, server, sent_at, recipient, subject, body")) {
            emails.add(
                    ++ids,
                    place.account(),
                    place.server(),
                    place.customer().since().plusDays(3).atTime(9, 12, 5),
                    place.customer().email(),
                    "Aktivacija " + what + " " + place.domain(),
                    Letters.activation(place.customer().name(), what, user, password));
        }
    }

    private void migration(Place place) throws SQLException {
        Dice dice = population.dice("migration", place.name());
        boolean server = place.server() != null;
        long id = ++ids;
        // the last is written first
        try (Rows mailboxes = Rows.into(connection, "migrated_mailbox", "migration, address, password");
                Rows migrations = Rows.into(connection, "migration", """
                        id, account, server, provider, package_name, panel_address, panel_user, panel_password,
                        server_user, server_password, migrated_on""")) {
            migrations.add(
                    id,
                    place.account(),
                    place.server(),
                    "Prejšnji ponudnik, d. o. o.",
                    server ? "Strežnik S2" : "Gostovanje Srednje",
                    "https://panel.prejsnji-ponudnik.example/",
                    "kranjc" + dice.below(1000),
                    dice.password(),
                    server ? "root" : null,
                    server ? dice.password() : null,
                    place.customer().since().plusDays(5));
            mailboxes.add(id, "info@" + place.domain(), dice.password());
            mailboxes.add(id, "narocila@" + place.domain(), dice.password());
        }
    }

    private void patchman(Place place) throws SQLException {
        Dice dice = population.dice("patchman", place.name());
        // a new address is passed on the day it is entered
        LocalDate passed = place.customer()
                .contact()
                .changed()
                .orElse(place.customer().since().plusDays(4));
        try (Rows contacts =
                        Rows.into(connection, "patchman_contact", "id, account, server, email, source, passed_on");
                Rows domains = Rows.into(connection, "patchman_domain", "id, account, server, domain, passed_on");
                Rows files = Rows.into(
                        connection, "patchman_file", "id, account, server, file_name, finding, state, detected_at")) {
            contacts.add(
                    ++ids, place.account(), place.server(), place.customer().email(), "plačnik", passed);
            contacts.add(
                    ++ids, place.account(), place.server(), "tehnika@" + place.domain(), "nadzorna plošča", passed);
            domains.add(++ids, place.account(), place.server(), place.domain(), passed);
            for (int i = 0; i < 3; i++) {
                files.add(
                        ++ids,
                        place.account(),
                        place.server(),
                        "/www/wp-content/plugins/obrazec-" + i + "/vnos.php",
                        "Vrivanje stavkov SQL v starejši različici vtičnika",
                        i == 0 ? "odkrito" : "popravljeno",
                        dice.time(passed.minusDays(1), population.today()));
            }
        }
    }
}
