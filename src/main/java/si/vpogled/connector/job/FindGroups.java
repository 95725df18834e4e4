package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.Unread;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.subject.Identifier;

/** Finds whom an order is about, and what there is of them. */
final class FindGroups {
    private final Counting counting;
    private final Known known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    FindGroups(Counting counting, Order order) {
        this.counting = counting;
        this.known = new Known(order.identifiers());
    }

    void run(Order order) throws ConnectorException {
        Identification identification = new Identification(counting.reading(), counting.coolingOff());
        for (IdentifyDefinition step : counting.definition().identify()) {
            identification.run(step, known);
        }
        for (Portion portion : Portion.of(counting.definition(), new Tally(order.items()))) {
            known.whyIncomplete(portion.collection().per())
                    .ifPresent(fault -> unread(portion, Optional.empty(), Counted.fault(fault)));
            for (Identifier identifier : known.of(portion.collection().per())) {
                find(portion, identifier);
            }
        }
    }

    private void find(Portion portion, Identifier identifier) {
        try {
            GroupCounts counts = counting.of(portion, identifier, List.of());
            findings.addAll(counts.findings(identifier));
            counts.doubt().ifPresent(doubt -> unread(portion, Optional.of(identifier), doubt));
        } catch (ConnectorException e) {
            unread(portion, Optional.of(identifier), Counted.fault(e));
        }
    }

    private void unread(Portion portion, Optional<Identifier> identifier, Fault fault) {
        unread.add(new Unread(portion.collection().id(), portion.service(), identifier, fault));
    }

    Counted counted() {
        return new Counted(findings, unread, known.found(), known.doubts(), known.unidentified());
    }
}
