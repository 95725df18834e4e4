package si.vpogled.demo.backend.whois;

import java.net.IDN;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** What the registrar knows of domains and certificates. */
final class Registrations {
    private final Population population;
    private final Map<String, Registration> byDomain = new HashMap<>();

    Registrations(Population population) {
        this.population = population;
        population
                .customers()
                .forEach(customer -> customer.holdings()
                        .domains()
                        .forEach(domain ->
                                byDomain.putIfAbsent(domain, new Registration(domain, customer, customer.since()))));
    }

    record Registration(String domain, Customer customer, LocalDate registered) {
        LocalDate expires(LocalDate today) {
            LocalDate expires = registered.withYear(today.getYear());
            return expires.isAfter(today) ? expires : expires.plusYears(1);
        }
    }

    Optional<Registration> find(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    List<Registration> all() {
        return byDomain.values().stream()
                .sorted(Comparator.comparing(Registration::domain))
                .toList();
    }

    Listing domains(Customer customer) {
        List<String> names = customer.holdings().domains();
        return new Listing(
                names.size(), place -> domain(new Registration(names.get(place), customer, customer.since())));
    }

    Map<String, Object> domain(Registration registration) {
        String domain = registration.domain();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", domain);
        entry.put("unicodeName", IDN.toUnicode(domain));
        entry.put("registeredOn", registration.registered().toString());
        entry.put("expiresOn", registration.expires(population.today()).toString());
        entry.put("authCode", population.dice("auth", domain).password());
        return entry;
    }

    /** Owner, technical and administrative contact of a domain. */
    List<Map<String, Object>> contacts(Registration registration) {
        String domain = registration.domain();
        Customer customer = registration.customer();
        Dice dice = population.dice("technical", domain);
        String technician = Names.person(dice);
        return List.of(
                contact(customer, domain, "owner", customer.name(), customer.email()),
                contact(customer, domain, "administrative", customer.name(), customer.email()),
                contact(
                        customer,
                        domain,
                        "technical",
                        dice.oneIn(2) ? technician : customer.name(),
                        "tehnika@" + IDN.toUnicode(domain)));
    }

    /** Every contact that has this address, of whosever domain. */
    List<Map<String, Object>> contactsOf(String email) {
        return all().stream()
                .flatMap(registration -> contacts(registration).stream())
                .filter(contact -> contact.get("email").toString().equalsIgnoreCase(email))
                .toList();
    }

    private Map<String, Object> contact(Customer customer, String domain, String role, String name, String email) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", domain + "-" + role);
        contact.put("domain", domain);
        contact.put("role", role);
        contact.put("name", name);
        contact.put("street", customer.address().street());
        contact.put("town", customer.address().townLine());
        contact.put("country", "SI");
        contact.put("vatId", customer.vatId().orElse(null));
        contact.put("email", email);
        if (email.equals(customer.email())) {
            customer.contact().changed().ifPresent(day -> contact.put("emailChangedOn", day.toString()));
        }
        contact.put("recordedOn", customer.since().toString());
        return contact;
    }

    List<Map<String, Object>> certificates(Customer customer) {
        List<Map<String, Object>> certificates = new ArrayList<>();
        for (String host : customer.holdings().certificates()) {
            for (int year = 0; year < 2; year++) {
                LocalDate ordered = population.today().minusDays(40).minusYears(1L - year);
                Map<String, Object> order = new LinkedHashMap<>();
                order.put("number", "C-%s-%d".formatted(customer.number(), year + 1));
                order.put("hostName", host);
                order.put("product", "SSL Osnovni");
                order.put("orderedOn", ordered.toString());
                order.put("issuedBy", "Certum (Asseco Data Systems S.A.)");
                certificates.add(order);
            }
        }
        return certificates;
    }

    /** What was passed to the certification authority, told only one by one. */
    Optional<Map<String, Object>> certificate(String number) {
        return population.customers().stream()
                .filter(customer -> number.startsWith("C-" + customer.number() + "-"))
                .filter(customer -> certificates(customer).stream()
                        .anyMatch(order -> order.get("number").equals(number)))
                .findFirst()
                .map(customer -> {
                    Map<String, Object> applicant = new LinkedHashMap<>();
                    applicant.put("name", customer.name());
                    applicant.put("street", customer.address().street());
                    applicant.put("town", customer.address().townLine());
                    applicant.put("vatId", customer.vatId().orElse(null));
                    applicant.put("email", customer.email());
                    return Map.of("number", number, "applicant", applicant);
                });
    }

    /** Where the provider helped to install: only for the customer whose package was also migrated. */
    List<Map<String, Object>> installations(Customer customer) {
        boolean helped = customer.holdings().hosting().stream().anyMatch(hosting -> hosting.migrated());
        if (!helped || customer.holdings().certificates().isEmpty()) {
            return List.of();
        }
        Map<String, Object> installation = new LinkedHashMap<>();
        installation.put("certificate", "C-" + customer.number() + "-2");
        installation.put("installedOn", population.today().minusDays(38).toString());
        installation.put("target", "gostovanje pri drugem ponudniku");
        installation.put(
                "access",
                Map.of(
                        "address", "https://panel.drugi-ponudnik.example/",
                        "user", "kranjc",
                        "password",
                                population
                                        .dice("installation", customer.number())
                                        .password()));
        return List.of(installation);
    }
}
