package si.vpogled.demo.backend.dostavljalec;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import si.vpogled.demo.backend.Letters;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Holdings.Newsletter;
import si.vpogled.demo.people.Population;

/** All that one account holds. */
record AccountRecords(Population population, Customer customer, Newsletter newsletter) {
    private static final int CAMPAIGNS = 18;

    Listing account() {
        return Listing.of(List.of(Map.of(
                "account", newsletter.account(),
                "user", customer.email(),
                "password", password(),
                "activatedOn", customer.since().plusDays(1).toString())));
    }

    private String password() {
        return population.dice("dostavljalec", newsletter.account()).password();
    }

    Listing activationEmails() {
        return Listing.of(List.of(Map.of(
                "sentAt",
                customer.since().plusDays(1) + "T07:45:00Z",
                "recipient",
                customer.email(),
                "subject",
                "Aktivacija računa Dostavljalec",
                "text",
                Letters.activation(customer.name(), "računa Dostavljalec", customer.email(), password()))));
    }

    Listing contacts() {
        return new Listing(newsletter.contacts(), new Contacts(population, newsletter.account())::contact);
    }

    Listing actions() {
        Contacts contacts = new Contacts(population, newsletter.account());
        return new Listing(newsletter.contacts() / 4, index -> contacts.action(index, CAMPAIGNS));
    }

    Listing campaigns() {
        return new Listing(
                CAMPAIGNS,
                index -> Map.of(
                        "id",
                        index + 1,
                        "name",
                        "Novice " + sent(index).getMonthValue() + "/"
                                + sent(index).getYear(),
                        "subject",
                        index == 0 ? "=2+5+cmd|' /C calc'!A0" : "Čas je za žetev, šale in žlikrofe 🐝",
                        "sender",
                        customer.email(),
                        "sentAt",
                        sent(index) + "T06:00:00Z",
                        "html",
                        "<h1>Pozdravljeni!</h1><p onclick=\"alert(1)\">Novosti meseca.</p>"));
    }

    private LocalDate sent(int campaign) {
        return population.today().minusMonths(campaign + 1L).withDayOfMonth(5);
    }

    Listing statistics() {
        return new Listing(CAMPAIGNS, index -> {
            Dice dice = population.dice("statistics", newsletter.account(), index);
            int delivered = newsletter.contacts() - dice.below(20);
            int opened = delivered / dice.between(2, 5);
            return Map.of(
                    "campaign",
                    index + 1,
                    "delivered",
                    delivered,
                    "opened",
                    opened,
                    "clicked",
                    opened / 4,
                    "unsubscribed",
                    dice.below(10),
                    "openRate",
                    Math.round(1000.0 * opened / delivered) / 10.0);
        });
    }

    Listing backups() {
        return Listing.of(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> Map.<String, Object>of(
                        "name", newsletter.account() + "-" + population.today().minusDays(day) + ".zip",
                        "size", 40_000 + day * 100,
                        "madeAt", population.today().minusDays(day) + "T01:15:00Z"))
                .toList());
    }

    Listing accessLog() {
        return new Listing(40, index -> {
            Dice dice = population.dice("sign-in", newsletter.account(), index);
            return Map.of(
                    "at",
                    population.today().minusDays(index + 1L) + "T0" + dice.below(10) + ":30:00Z",
                    "user",
                    customer.email(),
                    "ip",
                    dice.address(),
                    "action",
                    dice.oneIn(4) ? "izvoz kontaktov" : "prijava");
        });
    }
}
