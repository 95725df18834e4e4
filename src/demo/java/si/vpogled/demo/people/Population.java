package si.vpogled.demo.people;

import java.net.IDN;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.demo.people.Customer.Contact;
import si.vpogled.demo.people.Holdings.Hosting;
import si.vpogled.demo.people.Holdings.Newsletter;
import si.vpogled.demo.people.Holdings.Server;
import si.vpogled.demo.people.Holdings.Site;

/**
 * Everybody at the demo's provider.
 *
 * @param seed the same seed, day and factor give the same world
 * @param today all dates lie before it
 * @param factor 1 for a small world; at 40 the large hosting account passes 1 GB
 */
public record Population(long seed, LocalDate today, int factor, List<Customer> customers) {
    private static final int LARGE_KILOBYTES = 30_000;

    public Population {
        customers = List.copyOf(customers);
    }

    public static Population of(long seed, LocalDate today, int factor) {
        List<Customer> everybody = new ArrayList<>(known(today, factor));
        for (int i = 0; i < 40 * factor; i++) {
            everybody.add(somebody(seed, today, i));
        }
        return new Population(seed, today, factor, everybody);
    }

    public Dice dice(Object... words) {
        Object[] all = Stream.concat(Stream.of("vpogled"), Stream.of(words)).toArray();
        return Dice.of(seed, all);
    }

    public Optional<Customer> customer(String number) {
        return customers.stream().filter(one -> one.number().equals(number)).findFirst();
    }

    private static List<Customer> known(LocalDate today, int factor) {
        Customer keramika = person(
                DemoCustomers.PRIVATE_NUMBER,
                "Maja Žagar",
                DemoCustomers.PRIVATE_EMAIL,
                new Address("Žitna ulica 7", "4220", "Škofja Loka"),
                today.minusYears(4),
                Holdings.NONE
                        .withDomains(IDN.toASCII(DemoCustomers.PRIVATE_DOMAIN))
                        .with(new Hosting(
                                DemoCustomers.PRIVATE_ACCOUNT,
                                IDN.toASCII(DemoCustomers.PRIVATE_DOMAIN),
                                2_000,
                                false)));
        Customer large = company(
                DemoCustomers.LARGE_NUMBER,
                "Fotoarhiv Štajerska, zavod",
                "SI70605041",
                DemoCustomers.LARGE_EMAIL,
                new Address("Čopova ulica 3", "2000", "Maribor"),
                today.minusYears(6),
                Holdings.NONE.with(new Hosting(
                        DemoCustomers.LARGE_ACCOUNT, "fotoarhiv-stajerska.si", LARGE_KILOBYTES * factor, false)));
        Customer changed = new Customer(
                DemoCustomers.CHANGED_NUMBER,
                "Rok Hribar",
                Optional.empty(),
                new Address("Ob potoku 21", "8340", "Črnomelj"),
                new Contact(DemoCustomers.CHANGED_EMAIL, Optional.of(today.minusDays(7)), today.minusYears(3)),
                Holdings.NONE
                        .withDomains("hribarjeva-kmetija.si")
                        .with(new Hosting("hribarje", "hribarjeva-kmetija.si", 500, false)));
        return List.of(
                keramika,
                cebelarstvo(today),
                newsletter(today),
                patchman(today),
                withoutPatchman(today),
                large,
                changed,
                person(
                        DemoCustomers.FIRST_OF_TWO_NUMBER,
                        "Tina Golob",
                        DemoCustomers.TWO_EMAIL,
                        new Address("Vegova ulica 4", "1000", "Ljubljana"),
                        today.minusYears(5),
                        Holdings.NONE.withDomains(DemoCustomers.ENTRUSTED_DOMAIN)),
                company(
                        DemoCustomers.SECOND_OF_TWO_NUMBER,
                        "Golob oblikovanje, Tina Golob s. p.",
                        "SI60504030",
                        DemoCustomers.TWO_EMAIL,
                        new Address("Vegova ulica 4", "1000", "Ljubljana"),
                        today.minusYears(2),
                        Holdings.NONE
                                .withDomains("golob-oblikovanje.si")
                                .with(new Site("site-3120", "golob-oblikovanje.si", 60))));
    }

    private static Customer cebelarstvo(LocalDate today) {
        Holdings everything = new Holdings(
                List.of(DemoCustomers.COMPANY_DOMAIN, DemoCustomers.COMPANY_WHOIS_DOMAIN),
                List.of("www." + DemoCustomers.COMPANY_DOMAIN),
                List.of(new Hosting(
                        DemoCustomers.COMPANY_ACCOUNT,
                        DemoCustomers.COMPANY_DOMAIN,
                        4_000,
                        true,
                        DemoCustomers.COMPANY_PANEL_USER,
                        DemoCustomers.COMPANY_ACCOUNT + "@" + DemoCustomers.COMPANY_DOMAIN)),
                List.of(new Server(
                        DemoCustomers.COMPANY_SERVER, "trgovina." + DemoCustomers.COMPANY_DOMAIN, true, true)),
                List.of(new Newsletter(DemoCustomers.COMPANY_NEWSLETTER, 1_200)),
                List.of(new Site(DemoCustomers.COMPANY_SITE, DemoCustomers.COMPANY_WHOIS_DOMAIN, 60)));
        return company(
                DemoCustomers.COMPANY_NUMBER,
                "Čebelarstvo Kranjc, d. o. o.",
                DemoCustomers.COMPANY_VAT_ID,
                DemoCustomers.COMPANY_EMAIL,
                new Address("Pot na Žale 12", "4000", "Kranj"),
                today.minusYears(12),
                everything);
    }

    private static Customer newsletter(LocalDate today) {
        return company(
                DemoCustomers.NEWSLETTER_NUMBER,
                "Planinska trgovina Šmarna gora, s. p.",
                "SI50403020",
                DemoCustomers.NEWSLETTER_EMAIL,
                new Address("Šmartinska cesta 58", "1000", "Ljubljana"),
                today.minusYears(7),
                Holdings.NONE.with(
                        new Newsletter(DemoCustomers.NEWSLETTER_ACCOUNT, DemoCustomers.NEWSLETTER_CONTACTS)));
    }

    private static Customer patchman(LocalDate today) {
        return company(
                DemoCustomers.PATCHMAN_NUMBER,
                "Studio Žleb, d. o. o.",
                "SI40302010",
                DemoCustomers.PATCHMAN_EMAIL,
                new Address("Cankarjeva ulica 9", "5270", "Ajdovščina"),
                today.minusYears(3),
                Holdings.NONE.with(new Server(DemoCustomers.PATCHMAN_SERVER, "zleb-oblikovanje.si", true, false)));
    }

    private static Customer withoutPatchman(LocalDate today) {
        return person(
                DemoCustomers.NO_PATCHMAN_NUMBER,
                "Jože Čuk",
                DemoCustomers.NO_PATCHMAN_EMAIL,
                new Address("Lipova ulica 30", "3310", "Žalec"),
                today.minusYears(2),
                Holdings.NONE
                        .with(new Server(DemoCustomers.NO_PATCHMAN_SERVER, "cuk-meteo.si", false, false))
                        .with(
                                sharing(DemoCustomers.FIRST_SHARING_ACCOUNT, "cuk-meteo.si"),
                                sharing(DemoCustomers.SECOND_SHARING_ACCOUNT, "arhiv.cuk-meteo.si")));
    }

    private static Hosting sharing(String account, String domain) {
        return new Hosting(account, domain, 20, false, account, DemoCustomers.SHARED_FTP_USER);
    }

    private static Customer somebody(long seed, LocalDate today, int index) {
        Dice dice = Dice.of(seed, "customer", index);
        String number = Integer.toString(200_000 + index);
        boolean company = dice.oneIn(3);
        String person = Names.person(dice);
        String name = company ? dice.of(Names.TRADES) + " " + person.split(" ")[1] + ", d. o. o." : person;
        String domain = Names.plain(company ? name.replace(", d. o. o.", "") : person, "-") + "-" + index + ".si";
        String account = Names.plain(person, "").substring(0, 4) + index;
        Holdings holdings = Holdings.NONE.withDomains(domain);
        if (dice.oneIn(2)) {
            holdings = holdings.with(new Hosting(account, domain, 20, false));
        }
        if (dice.oneIn(4)) {
            holdings = holdings.withCertificates("www." + domain);
        }
        if (dice.oneIn(5)) {
            holdings = holdings.with(new Newsletter(account, 50));
        }
        if (dice.oneIn(5)) {
            holdings = holdings.with(new Site("site-" + (5_000 + index), domain, 60));
        }
        Address address = Names.address(dice);
        LocalDate since = dice.day(today.minusYears(9), today.minusMonths(2));
        String email = company ? "info@" + domain : Names.plain(person, ".") + "." + index + "@posta.example";
        return company
                ? company(number, name, "SI%08d".formatted(10_000_000 + index), email, address, since, holdings)
                : person(number, name, email, address, since, holdings);
    }

    private static Customer person(
            String number, String name, String email, Address address, LocalDate since, Holdings holdings) {
        return new Customer(
                number, name, Optional.empty(), address, new Contact(email, Optional.empty(), since), holdings);
    }

    private static Customer company(
            String number,
            String name,
            String vatId,
            String email,
            Address address,
            LocalDate since,
            Holdings holdings) {
        return new Customer(
                number, name, Optional.of(vatId), address, new Contact(email, Optional.empty(), since), holdings);
    }
}
