package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome.Told;
import si.vpogled.connector.Source;
import si.vpogled.connector.definition.HoldDefinition;
import si.vpogled.subject.Identifier;

/** Tells a backend that data are on hold, or no longer, where it can be told. */
record TellHold(Reading reading, HoldDefinition hold) {
    List<Told> run(List<Identifier> identifiers, ObjectNode means) {
        List<Told> told = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            if (identifier.type() == hold.per()) {
                told.add(tell(identifier, means));
            }
        }
        return told;
    }

    private Told tell(Identifier identifier, ObjectNode means) {
        try {
            reading.change(hold.source(), eraser -> eraser.tell(means, new Source.Bindings(identifier, "")));
            return new Told(identifier, Optional.empty());
        } catch (ConnectorException e) {
            return new Told(identifier, Optional.of(Counted.fault(e)));
        }
    }
}
