package si.vpogled.demo.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One account at the provider.
 *
 * @param number the customer number
 * @param name of a person, or of a company
 * @param vatId of a company
 */
public record Customer(
        String number, String name, Optional<String> vatId, Address address, Contact contact, Holdings holdings) {

    /**
     * @param changed when the address was last changed
     * @param since the day of the first order
     */
    public record Contact(String email, Optional<LocalDate> changed, LocalDate since) {}

    public String email() {
        return contact.email();
    }

    public LocalDate since() {
        return contact.since();
    }
}
