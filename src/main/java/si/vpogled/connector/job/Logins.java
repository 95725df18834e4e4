package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.List;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.LoginsDefinition;

/** Collects the names by which an account signs in. */
final class Logins implements Visitor {
    private final LoginsDefinition definition;
    private final List<String> found = new ArrayList<>();

    Logins(LoginsDefinition definition) {
        this.definition = definition;
    }

    List<String> found() {
        return found;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        row.value(definition.from())
                .map(Object::toString)
                .filter(login -> !login.isBlank())
                .ifPresent(found::add);
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
