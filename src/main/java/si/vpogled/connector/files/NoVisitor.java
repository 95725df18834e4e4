package si.vpogled.connector.files;

import si.vpogled.connector.Visitor;

/** Nobody to tell, in a test that reads nothing. */
final class NoVisitor implements Visitor {
    @Override
    public void row(Row row) {
        // nothing is read
    }

    @Override
    public void file(FoundFile file) {
        // nothing is read
    }

    @Override
    public void leftAside(LeftAside reason) {
        // of interest to a run only
    }
}
