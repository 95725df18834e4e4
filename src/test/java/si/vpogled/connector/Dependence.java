package si.vpogled.connector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** What of a person cannot be told without one source. */
record Dependence(ConnectorDefinition definition, String source) {
    /** The kinds of accounts that only this source can name. */
    private Set<IdentifierKind> named(Person person) {
        Set<IdentifierKind> known = kinds(person.known().stream());
        Set<IdentifierKind> lost = EnumSet.noneOf(IdentifierKind.class);
        for (IdentifyDefinition step : definition.identify()) {
            boolean asked = step.source().equals(source) && known.contains(step.from());
            if (asked || lost.contains(step.from())) {
                lost.addAll(step.yields().keySet());
            }
            known.addAll(step.yields().keySet());
        }
        return lost;
    }

    /** Whether it is asked by what accounts the person is known. */
    boolean identifies(Person person) {
        return !named(person).isEmpty();
    }

    /** Every item that depends on it, held of the person or not. */
    Set<ItemId> items(Person person) {
        Set<IdentifierKind> lost = named(person);
        return items(collection -> reads(collection, person) || lost.contains(collection.per()));
    }

    /** Every item that is read from it itself, held of the person or not. */
    Set<ItemId> read(Person person) {
        return items(collection -> reads(collection, person));
    }

    private boolean reads(CollectionDefinition collection, Person person) {
        return collection.source().equals(source)
                && kinds(Stream.concat(person.known().stream(), person.accounts().stream()))
                        .contains(collection.per());
    }

    private Set<ItemId> items(Predicate<CollectionDefinition> which) {
        return definition.collections().stream()
                .filter(which)
                .flatMap(collection -> collection.items().stream())
                .collect(Collectors.toSet());
    }

    private static Set<IdentifierKind> kinds(Stream<Identifier> identifiers) {
        return identifiers
                .map(Identifier::type)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IdentifierKind.class)));
    }
}
