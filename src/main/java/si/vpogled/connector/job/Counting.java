package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.Source;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.LoginsDefinition;
import si.vpogled.connector.definition.SourceDefinition;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/** Counts what a connector's collections hold, by reading them without contents. */
record Counting(
        Reading reading, ConnectorDefinition definition, Map<String, Transport> transports, CoolingOff coolingOff) {
    GroupCounts of(Portion portion, Identifier identifier, Collection<ItemId> sought) throws ConnectorException {
        GroupCounts counts = new GroupCounts(reading, portion, sought);
        CollectionDefinition collection = portion.collection();
        reading.read(
                collection.source(),
                read(collection),
                bindings(portion, identifier),
                Collecting.proved(collection, counts, coolingOff));
        return counts;
    }

    /** The collection's read, without contents. */
    ObjectNode read(CollectionDefinition collection) {
        return definition.sources().stream()
                .filter(source -> source.id().equals(collection.source()))
                .map(SourceDefinition::transport)
                .map(transports::get)
                .findFirst()
                .orElseThrow()
                .withoutContents(collection.read());
    }

    /** The portion that a group is of. */
    Portion portion(RecordGroup group) throws ConnectorException {
        return Portion.of(definition, new Tally(definition.items())).stream()
                .filter(portion -> portion.collection().id().equals(group.collection())
                        && portion.service().equals(group.service())
                        && portion.collection().per() == group.identifier().type())
                .findFirst()
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "The definition has no collection " + group.collection() + " of " + group.service() + " by "
                                + group.identifier().kind() + " any more: plan anew"));
    }

    private Source.Bindings bindings(Portion portion, Identifier identifier) throws ConnectorException {
        Source.Bindings bindings = new Source.Bindings(identifier, portion.service());
        if (portion.collection().logins().isEmpty()) {
            return bindings;
        }
        LoginsDefinition definition = portion.collection().logins().get();
        Logins logins = new Logins(definition, List.of(identifier));
        reading.read(definition.source(), definition.read(), bindings, logins);
        return logins.addedTo(bindings);
    }
}
