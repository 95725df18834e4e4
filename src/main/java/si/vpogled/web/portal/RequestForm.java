package si.vpogled.web.portal;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Right;
import si.vpogled.request.Submission;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Language;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.input.Typing;

/** The answers as given, right or wrong. */
record RequestForm(String right, List<String> services, Who you, String message, String language) {
    RequestForm {
        services = List.copyOf(services);
    }

    /** Who asks; the last three are hints that may be left out. */
    record Who(String name, String email, String customerNumber, String domain, String vatId) {}

    /** Before anything is answered: all services, and the right that most ask for, or the only one offered. */
    static RequestForm blank(Inventory inventory, Set<String> rights) {
        List<String> all =
                inventory.services().stream().map(Inventory.ServiceColumn::id).toList();
        String usual = Right.ACCESS.key();
        String right = rights.contains(usual)
                ? usual
                : rights.size() == 1 ? rights.iterator().next() : "";
        return new RequestForm(right, all, new Who("", "", "", "", ""), "", "");
    }

    /** With the answer to one question. */
    RequestForm answered(Step step, MultivaluedMap<String, String> sent) {
        return switch (step) {
            case RIGHT -> new RequestForm(one(sent, "right"), services, you, message, language);
            case SERVICES -> new RequestForm(right, all(sent, "services"), you, message, language);
            case YOU -> new RequestForm(right, services, who(sent), message, language);
            case MORE -> new RequestForm(right, services, you, one(sent, "message"), language);
            case LANGUAGE -> new RequestForm(right, services, you, message, one(sent, "language"));
        };
    }

    private static Who who(MultivaluedMap<String, String> sent) {
        return new Who(
                one(sent, "name"),
                one(sent, "email"),
                one(sent, "customerNumber"),
                one(sent, "domain"),
                one(sent, "vatId"));
    }

    private static List<String> all(MultivaluedMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static String one(MultivaluedMap<String, String> sent, String name) {
        return Typing.of(sent.getFirst(name));
    }

    public boolean wants(String service) {
        return services.contains(service);
    }

    /** The submission that the answers make, once they were checked. */
    Submission submission() {
        List<Identifier> stated = Stream.of(
                        stated(IdentifierKind.CUSTOMER_NUMBER, you.customerNumber()),
                        stated(IdentifierKind.DOMAIN, you.domain()),
                        stated(IdentifierKind.VAT_ID, you.vatId()))
                .flatMap(List::stream)
                .toList();
        return new Submission(
                Right.of(right),
                services,
                you.name(),
                MailAddress.Check.normalised(you.email()),
                stated,
                Language.of(language),
                message);
    }

    private static List<Identifier> stated(IdentifierKind kind, String value) {
        return value.isEmpty() ? List.of() : List.of(Identifier.of(kind, value));
    }
}
