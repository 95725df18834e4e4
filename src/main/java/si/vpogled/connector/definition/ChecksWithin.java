package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.yaml.Problem;

/** What no schema can say of one definition: that its parts fit together. */
final class ChecksWithin {
    private final DefinitionFile file;
    private final ConnectorDefinition definition;
    private final Map<String, Transport> transports;
    private final Map<String, Transport> bySource = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ChecksWithin(DefinitionFile file, Map<String, Transport> transports) {
        this.file = file;
        this.definition = file.definition();
        this.transports = transports;
    }

    List<Problem> problems() {
        name();
        sources();
        // a run is ordered for what needs names and nothing else, not even the e-mail address that every case has
        Set<IdentifierKind> known = EnumSet.copyOf(definition.needs());
        identify(known);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < definition.collections().size(); i++) {
            collection("/collections/" + i, definition.collections().get(i), known, ids);
        }
        problems.addAll(new ErasureChecks(file, transports).problems());
        return List.copyOf(problems);
    }

    private void name() {
        String name = definition.connector() + ".yaml";
        if (!file.document().name().replace('\\', '/').endsWith('/' + name)) {
            report("/connector", "the file of the connector " + definition.connector() + " is called " + name);
        }
    }

    private void sources() {
        for (int i = 0; i < definition.sources().size(); i++) {
            SourceDefinition source = definition.sources().get(i);
            if (bySource.put(source.id(), transports.get(source.transport())) != null) {
                report("/sources/" + i + "/id", "a source " + source.id() + " stands already above");
            }
        }
    }

    private void identify(Set<IdentifierKind> known) {
        Set<IdentifierKind> yielded = EnumSet.noneOf(IdentifierKind.class);
        for (int i = 0; i < definition.identify().size(); i++) {
            IdentifyDefinition step = definition.identify().get(i);
            String pointer = "/identify/" + i;
            reachable(pointer + "/from", step.from(), known);
            read(pointer, step.source(), step.read(), Set.of(step.from().key()));
            for (IdentifierKind kind : step.yields().keySet()) {
                if (!definition.yields().contains(kind)) {
                    report(pointer + "/yields/" + kind.key(), kind.key() + " is not among what the connector yields");
                }
            }
            yielded.addAll(step.yields().keySet());
            known.addAll(step.yields().keySet());
        }
        for (int i = 0; i < definition.yields().size(); i++) {
            if (!yielded.contains(definition.yields().get(i))) {
                report(
                        "/yields/" + i,
                        "no step of identify yields "
                                + definition.yields().get(i).key());
            }
        }
    }

    private void collection(
            String pointer, CollectionDefinition collection, Set<IdentifierKind> known, Set<String> ids) {
        if (!ids.add(collection.id())) {
            report(pointer + "/id", "a collection " + collection.id() + " stands already above");
        }
        reachable(pointer + "/per", collection.per(), known);
        read(
                pointer,
                collection.source(),
                collection.read(),
                Set.of("service", collection.per().key()));
        if (collection.logins().isPresent()) {
            read(
                    pointer + "/logins",
                    collection.logins().get().source(),
                    collection.logins().get().read(),
                    Set.of("service", collection.per().key()));
            if (!collection.read().has("match")) {
                report(pointer + "/logins", "only a log that is matched knows accounts by their logins");
            }
        }
        if (collection.items().isEmpty()) {
            report(pointer, "answers for no inventory item: give the collection or one of its fields an item");
        }
        new FieldChecks(file, pointer, collection).addTo(problems);
    }

    private void reachable(String pointer, IdentifierKind kind, Set<IdentifierKind> known) {
        if (!known.contains(kind)) {
            report(pointer, "no " + kind.key() + " is known here: name it in needs, or yield it in an earlier step");
        }
    }

    private void read(String pointer, String source, ObjectNode read, Set<String> bound) {
        if (!bySource.containsKey(source)) {
            report(pointer + "/source", "there is no source " + source);
            return;
        }
        try {
            settings(source)
                    .flatMap(settings -> bySource.get(source).objection(settings, read))
                    .ifPresent(objection -> report(pointer + "/read", objection));
            Set<String> unbound = new TreeSet<>(bySource.get(source).names(read));
            unbound.removeAll(bound);
            for (String name : unbound) {
                report(
                        pointer + "/read",
                        "nothing is bound to " + name + "; here there is "
                                + String.join(", ", bound.stream().sorted().toList()));
            }
        } catch (IllegalArgumentException e) {
            report(pointer + "/read", e.getMessage());
        }
    }

    private Optional<ObjectNode> settings(String source) {
        return definition.sources().stream()
                .filter(one -> one.id().equals(source))
                .map(SourceDefinition::settings)
                .findFirst();
    }

    private void report(String pointer, String reason) {
        problems.add(file.problem(pointer, reason));
    }
}
