package si.vpogled.connector.job;

import java.time.LocalDate;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;

/** Lets rows through whose contact has stood for long enough to prove that they are the subject's. */
record SettledVisitor(Visitor visitor, String contactChanged, CoolingOff coolingOff) implements Visitor {
    @Override
    public void row(Row row) throws ConnectorException {
        Optional<LocalDate> changed = Identification.day(row.value(contactChanged));
        if (changed.isPresent() && !coolingOff.isOver(changed.get())) {
            visitor.leftAside(LeftAside.UNSETTLED_CONTACT);
        } else {
            visitor.row(row);
        }
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        visitor.file(file);
    }

    @Override
    public void lookedThrough() {
        visitor.lookedThrough();
    }

    @Override
    public void leftAside(LeftAside reason) {
        visitor.leftAside(reason);
    }
}
