package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.yaml.Problem;

/** That what a definition says of erasing goes with the rest of it. */
final class ErasureChecks {
    private final DefinitionFile file;
    private final ConnectorDefinition definition;
    private final Map<String, Transport> transports;
    private final List<Problem> problems = new ArrayList<>();

    ErasureChecks(DefinitionFile file, Map<String, Transport> transports) {
        this.file = file;
        this.definition = file.definition();
        this.transports = transports;
    }

    List<Problem> problems() {
        for (int i = 0; i < definition.collections().size(); i++) {
            CollectionDefinition collection = definition.collections().get(i);
            String pointer = "/collections/" + i + "/erasure";
            collection.erasure().ifPresent(erasure -> erasure(pointer, collection, erasure));
        }
        definition.hold().ifPresent(this::hold);
        return List.copyOf(problems);
    }

    private void erasure(String pointer, CollectionDefinition collection, ErasureDefinition erasure) {
        Set<String> names = Set.of("service", collection.per().key(), "from", "to", "most");
        for (Way way : Way.values()) {
            String at = pointer + '/' + way.name().toLowerCase(Locale.ROOT);
            erasure.means(way).ifPresent(means -> {
                means(at, collection.source(), means, names);
                objection(at, collection, means);
            });
        }
        erasure.contractUntil().ifPresent(place -> {
            if (collection.fields().stream().noneMatch(field -> field.from().equals(place))) {
                report(pointer + "/contract-until", "no field comes from " + place);
            }
        });
        Set<String> items = collection.itemPlaces().keySet();
        for (int i = 0; i < erasure.items().size(); i++) {
            if (!items.contains(erasure.items().get(i))) {
                report(
                        pointer + "/items/" + i,
                        "the collection has no item " + erasure.items().get(i));
            }
        }
    }

    private void hold(HoldDefinition hold) {
        IdentifierKind per = hold.per();
        if (!definition.needs().contains(per) && !definition.yields().contains(per)) {
            report("/hold/per", "no " + per.key() + " is known here: name it in needs, or in yields");
        }
        means("/hold/place", hold.source(), hold.place(), Set.of(per.key()));
        means("/hold/release", hold.source(), hold.release(), Set.of(per.key()));
    }

    private void means(String pointer, String source, ObjectNode means, Set<String> bound) {
        Optional<SourceDefinition> from = definition.sources().stream()
                .filter(one -> one.id().equals(source))
                .findFirst();
        if (from.isEmpty()) {
            report(pointer, "there is no source " + source);
            return;
        }
        if (from.get().erasing().isEmpty()) {
            report(pointer, "the source " + source + " has no settings for erasing: give it erasing");
        }
        try {
            Set<String> names = transports.get(from.get().transport()).erasureNames(means);
            Set<String> unbound = new TreeSet<>(names);
            unbound.removeAll(bound);
            for (String name : unbound) {
                report(
                        pointer,
                        "nothing is bound to " + name + "; here there is "
                                + String.join(", ", bound.stream().sorted().toList()));
            }
        } catch (IllegalArgumentException e) {
            report(pointer, e.getMessage());
        }
    }

    private void objection(String pointer, CollectionDefinition collection, ObjectNode means) {
        definition.sources().stream()
                .filter(source -> source.id().equals(collection.source()))
                .findFirst()
                .flatMap(source -> transports.get(source.transport()).erasureObjection(collection.read(), means))
                .ifPresent(objection -> report(pointer, objection));
    }

    private void report(String pointer, String reason) {
        problems.add(file.problem(pointer, reason));
    }
}
