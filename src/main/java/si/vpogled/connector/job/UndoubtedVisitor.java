package si.vpogled.connector.job;

import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.extract.FieldValue;

/** Lets rows through of which the backend says that nobody else can be meant. */
record UndoubtedVisitor(Visitor visitor, String doubtful) implements Visitor {
    @Override
    public void row(Row row) throws ConnectorException {
        if (row.value(doubtful).filter(FieldValue::isNo).isPresent()) {
            visitor.row(row);
        } else {
            visitor.leftAside(LeftAside.DOUBTFUL_CONTACT);
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
