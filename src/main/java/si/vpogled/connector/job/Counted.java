package si.vpogled.connector.job;

import java.util.List;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.Unread;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Outcome.Unidentified;
import si.vpogled.subject.Identifier;

/** What a look at a backend brought. */
record Counted(
        List<Finding> findings,
        List<Unread> unread,
        List<Identifier> identifiers,
        List<Doubt> doubts,
        List<Unidentified> unidentified) {
    static final Counted NOTHING = new Counted(List.of(), List.of());

    Counted(List<Finding> findings, List<Unread> unread) {
        this(findings, unread, List.of(), List.of(), List.of());
    }

    static Fault fault(ConnectorException e) {
        return new Fault(e.kind(), e.getMessage());
    }
}
