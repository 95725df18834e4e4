package si.vpogled.demo.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.OverANetwork;
import si.vpogled.connector.Person;
import si.vpogled.connector.WithCredentials;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.people.Address;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Holdings;
import si.vpogled.demo.people.Population;
import si.vpogled.subject.Identifier;

/** The contract of a connector that comes along, against the demo's backend with people of its own. */
abstract class BuiltInContractTest extends ConnectorContractTest implements OverANetwork, WithCredentials {
    static final LocalDate TODAY = LocalDate.of(2026, 4, 27);

    static final Population NOBODY = population();

    static Population population(Customer... customers) {
        return new Population(1, TODAY, 1, List.of(customers));
    }

    static Customer customer(String number, String name, String email, Holdings holdings) {
        return new Customer(
                number,
                name,
                Optional.empty(),
                new Address("Žitna ulica 1", "4000", "Kranj"),
                new Customer.Contact(email, Optional.empty(), TODAY.minusYears(1)),
                holdings);
    }

    @Override
    public Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("definitions"));
        for (String name : DefinitionLoader.BUILT_IN) {
            try (InputStream in = DefinitionLoader.class.getResourceAsStream("/connectors/" + name + ".yaml")) {
                Files.write(definitions.resolve(name + ".yaml"), in.readAllBytes());
            }
        }
        return definitions;
    }

    static Person byNumber(String number, Map<String, Long> found, Identifier... accounts) {
        return new Person(List.of(new Identifier.CustomerNumber(number)), Arrays.asList(accounts), found);
    }

    /** Counts, from {@code "vps.user-data", "files 3", "backups 1"}. */
    static Map<String, Long> counts(String cell, String... items) {
        Map<String, Long> counts = new TreeMap<>();
        for (String item : items) {
            String[] parts = item.split(" ");
            counts.put(cell + "." + parts[0], Long.valueOf(parts[1]));
        }
        return counts;
    }

    @SafeVarargs
    static Map<String, Long> all(Map<String, Long>... counts) {
        Map<String, Long> all = new TreeMap<>();
        for (Map<String, Long> some : counts) {
            all.putAll(some);
        }
        return all;
    }
}
