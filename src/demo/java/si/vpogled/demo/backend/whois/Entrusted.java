package si.vpogled.demo.backend.whois;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import si.vpogled.demo.backend.whois.Registrations.Registration;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** Who manages each domain, and who pays for it: in the panel only, nowhere public. */
final class Entrusted {
    private final Registrations registrations;
    private final Population population;
    private final Map<String, String> managers;
    private final Map<String, String> payers;

    /**
     * @param managers numbers by domain, where it is not the owner
     * @param payers the same
     */
    Entrusted(
            Registrations registrations,
            Population population,
            Map<String, String> managers,
            Map<String, String> payers) {
        this.registrations = registrations;
        this.population = population;
        this.managers = Map.copyOf(managers);
        this.payers = Map.copyOf(payers);
    }

    /** A domain with both roles. */
    Map<String, Object> domain(Registration registration) {
        Customer manager = manager(registration);
        Customer payer = payer(registration);
        Map<String, Object> entry = registrations.domain(registration);
        entry.put(
                "manager",
                Map.of(
                        "user",
                        user(manager),
                        "email",
                        manager.email(),
                        "ofAnother",
                        !manager.equals(registration.customer())));
        entry.put(
                "payer",
                Map.of(
                        "number",
                        payer.number(),
                        "name",
                        payer.name(),
                        "ofAnother",
                        !payer.equals(registration.customer())));
        return entry;
    }

    /** Every domain, whosever it is, that somebody with this address manages or pays for. */
    List<Map<String, Object>> rolesOf(String email) {
        return registrations.all().stream()
                .filter(registration -> has(registration, customer -> hasAddress(customer, email)))
                .map(registration -> roles(registration, customer -> hasAddress(customer, email)))
                .toList();
    }

    /** The domains of others that this customer manages or pays for. */
    List<Map<String, Object>> domainsOf(Customer customer) {
        return registrations.all().stream()
                .filter(registration -> has(registration, customer::equals))
                .filter(registration -> !registration.customer().equals(customer))
                .map(registration -> roles(registration, customer::equals))
                .toList();
    }

    private boolean has(Registration registration, Predicate<Customer> asked) {
        return asked.test(manager(registration)) || asked.test(payer(registration));
    }

    private static boolean hasAddress(Customer customer, String email) {
        return customer.email().equalsIgnoreCase(email);
    }

    private Customer manager(Registration registration) {
        return inCharge(registration, managers);
    }

    private Customer payer(Registration registration) {
        return inCharge(registration, payers);
    }

    private Customer inCharge(Registration registration, Map<String, String> numbers) {
        return Optional.ofNullable(numbers.get(registration.domain()))
                .flatMap(population::customer)
                .orElse(registration.customer());
    }

    private static String user(Customer customer) {
        return Names.plain(customer.name(), ".");
    }

    /** Both roles, and of each whether it is another's than who was asked about. */
    private Map<String, Object> roles(Registration registration, Predicate<Customer> asked) {
        Customer manager = manager(registration);
        Customer payer = payer(registration);
        Map<String, Object> roles = new LinkedHashMap<>();
        roles.put("domain", registration.domain());
        roles.put(
                "manager",
                Map.of(
                        "user", user(manager),
                        "name", manager.name(),
                        "email", manager.email(),
                        "ofAnother", !asked.test(manager)));
        roles.put(
                "payer",
                Map.of(
                        "number", payer.number(),
                        "name", payer.name(),
                        "street", payer.address().street(),
                        "town", payer.address().townLine(),
                        "email", payer.email(),
                        "ofAnother", !asked.test(payer)));
        (asked.test(manager) ? manager : payer)
                .contact()
                .changed()
                .ifPresent(day -> roles.put("emailChangedOn", day.toString()));
        roles.put("recordedOn", registration.registered().toString());
        return roles;
    }
}
