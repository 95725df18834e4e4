package si.vpogled.request;

import java.util.List;
import java.util.Objects;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/**
 * What a person sends.
 *
 * @param services empty for all
 * @param email where the confirmation goes; it proves only itself
 * @param stated customer number, domain, VAT id: hints, never proof
 */
public record Submission(
        Right right,
        List<String> services,
        String name,
        String email,
        List<Identifier> stated,
        Language language,
        String message) {
    public Submission {
        Objects.requireNonNull(right, "right");
        services = List.copyOf(services);
        stated = List.copyOf(stated);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
    }
}
