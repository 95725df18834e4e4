package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.LoginsDefinition;
import si.vpogled.connector.extract.FieldValue;
import si.vpogled.subject.Identifier;

/** Collects the names by which accounts sign in, each name for the first of them, lest its lines come twice. */
final class Logins implements Visitor {
    private final LoginsDefinition definition;
    private final Set<String> accounts;
    private final Set<String> seen = new HashSet<>();
    private final List<String> own = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();

    /** @param accounts all of them, in whatever order they are read */
    Logins(LoginsDefinition definition, Collection<Identifier> accounts) {
        this.definition = definition;
        this.accounts = accounts.stream().map(Identifier::value).collect(Collectors.toUnmodifiableSet());
    }

    /** What was collected was of the last account. */
    void next() {
        own.clear();
        shared.clear();
    }

    /** An account's name finds its own lines, unless it is shared. */
    Source.Bindings addedTo(Source.Bindings bindings) {
        return new Source.Bindings(bindings.identifier(), bindings.service(), own, shared);
    }

    @Override
    public void row(Row row) throws ConnectorException {
        String login = row.value(definition.from()).map(Object::toString).orElse("");
        if (login.isBlank()) {
            return;
        }
        boolean alone = definition.shared().isEmpty()
                || row.value(definition.shared().get()).filter(FieldValue::isNo).isPresent();
        boolean first = seen.add(login);
        if (!alone && (first || accounts.contains(login))) {
            shared.add(login);
        } else if (alone && first && !accounts.contains(login)) {
            own.add(login);
        }
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        throw new ConnectorException(FaultKind.MISCONFIGURED, "Logins are read from rows, not files");
    }

    @Override
    public void leftAside(LeftAside reason) {
        // nothing that could hold a name
    }
}
