package si.vpogled.web.portal;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Right;
import si.vpogled.request.Submission;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Language;
import si.vpogled.web.input.MailAddress;

/** The answers as given, right or wrong. */
record RequestForm(
        String right,
        List<String> services,
        String name,
        String email,
        String customerNumber,
        String domain,
        String vatId,
        String message,
        String language) {
    RequestForm {
        services = List.copyOf(services);
    }

    /** Before anything is answered: access to all services. */
    static RequestForm blank(Inventory inventory, Language language) {
        List<String> all =
                inventory.services().stream().map(Inventory.ServiceColumn::id).toList();
        return new RequestForm(Right.ACCESS.key(), all, "", "", "", "", "", "", language.tag());
    }

    static RequestForm of(MultivaluedMap<String, String> sent) {
        return new RequestForm(
                one(sent, "right"),
                sent.getOrDefault("services", List.of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                one(sent, "name"),
                one(sent, "email"),
                one(sent, "customerNumber"),
                one(sent, "domain"),
                one(sent, "vatId"),
                one(sent, "message"),
                one(sent, "language"));
    }

    private static String one(MultivaluedMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public boolean wants(String service) {
        return services.contains(service);
    }

    /** The submission that the answers make, once they were checked. */
    Submission submission() {
        List<Identifier> stated = Stream.of(
                        stated(IdentifierKind.CUSTOMER_NUMBER, customerNumber),
                        stated(IdentifierKind.DOMAIN, domain),
                        stated(IdentifierKind.VAT_ID, vatId))
                .flatMap(List::stream)
                .toList();
        return new Submission(
                Right.of(right),
                services,
                name,
                MailAddress.Check.normalised(email),
                stated,
                Language.of(language),
                message);
    }

    private static List<Identifier> stated(IdentifierKind kind, String value) {
        return value.isEmpty() ? List.of() : List.of(Identifier.of(kind, value));
    }
}
