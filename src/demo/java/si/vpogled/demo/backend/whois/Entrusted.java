package si.vpogled.demo.backend.whois;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.backend.whois.Registrations.Registration;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** Who manages each domain, and who pays for it: in the panel only, nowhere public. */
final class Entrusted {
    private final Registrations registrations;
    private final Population population;
    private final Map<String, String> numbers;

    /** @param numbers by domain, where it is not the owner */
    Entrusted(Registrations registrations, Population population, Map<String, String> numbers) {
        this.registrations = registrations;
        this.population = population;
        this.numbers = Map.copyOf(numbers);
    }

    /** A domain with both roles. */
    Map<String, Object> domain(Registration registration) {
        Customer customer = inCharge(registration);
        boolean another = !customer.equals(registration.customer());
        Map<String, Object> entry = registrations.domain(registration);
        entry.put("manager", Map.of("user", user(customer), "email", customer.email(), "ofAnother", another));
        entry.put("payer", Map.of("number", customer.number(), "name", customer.name(), "ofAnother", another));
        return entry;
    }

    /** Every domain, whosever it is, that somebody with this address manages or pays for. */
    List<Map<String, Object>> rolesOf(String email) {
        return registrations.all().stream()
                .filter(registration -> inCharge(registration).email().equalsIgnoreCase(email))
                .map(this::roles)
                .toList();
    }

    /** The domains of others that this customer manages or pays for. */
    List<Map<String, Object>> domainsOf(Customer customer) {
        return registrations.all().stream()
                .filter(registration -> inCharge(registration).equals(customer))
                .filter(registration -> !registration.customer().equals(customer))
                .map(this::roles)
                .toList();
    }

    private Customer inCharge(Registration registration) {
        return Optional.ofNullable(numbers.get(registration.domain()))
                .flatMap(population::customer)
                .orElse(registration.customer());
    }

    private static String user(Customer customer) {
        return Names.plain(customer.name(), ".");
    }

    private Map<String, Object> roles(Registration registration) {
        Customer customer = inCharge(registration);
        Map<String, Object> roles = new LinkedHashMap<>();
        roles.put("domain", registration.domain());
        roles.put("manager", Map.of("user", user(customer), "name", customer.name(), "email", customer.email()));
        roles.put(
                "payer",
                Map.of(
                        "number", customer.number(),
                        "name", customer.name(),
                        "street", customer.address().street(),
                        "town", customer.address().townLine(),
                        "email", customer.email()));
        customer.contact().changed().ifPresent(day -> roles.put("emailChangedOn", day.toString()));
        roles.put("recordedOn", registration.registered().toString());
        return roles;
    }
}
