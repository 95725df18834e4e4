package si.vpogled.connector.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.yaml.Problem;

/** What only shows when all definitions are read: a name or a collection twice, connectors that wait for each other. */
final class ChecksAcross {
    private final List<DefinitionFile> files;

    ChecksAcross(List<DefinitionFile> files) {
        this.files = List.copyOf(files);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(duplicates());
        problems.addAll(collectionsTwice());
        Set<Set<String>> known = new HashSet<>();
        for (DefinitionFile file : files) {
            List<String> circle = circle(file, file, new ArrayDeque<>(), new HashSet<>());
            if (!circle.isEmpty() && known.add(Set.copyOf(circle))) {
                problems.add(file.problem(
                        "/needs",
                        "connectors wait for each other: " + String.join(" for ", circle) + " for "
                                + circle.getFirst()));
            }
        }
        return problems;
    }

    private List<Problem> duplicates() {
        List<Problem> problems = new ArrayList<>();
        Map<String, DefinitionFile> seen = new HashMap<>();
        for (DefinitionFile file : files) {
            String connector = file.definition().connector();
            DefinitionFile first = seen.putIfAbsent(connector, file);
            if (first != null) {
                problems.add(file.problem(
                        "/connector",
                        "a connector " + connector + " stands already in "
                                + first.document().name()));
            }
        }
        return problems;
    }

    /** Two that would be written to the same place of a bundle. */
    private List<Problem> collectionsTwice() {
        List<Problem> problems = new ArrayList<>();
        Map<String, DefinitionFile> seen = new HashMap<>();
        for (DefinitionFile file : files) {
            for (int i = 0; i < file.definition().collections().size(); i++) {
                CollectionDefinition collection =
                        file.definition().collections().get(i);
                for (String service : collection.services()) {
                    String place = service + "/" + collection.row() + "/" + collection.id();
                    DefinitionFile first = seen.putIfAbsent(place, file);
                    if (first != null
                            && !first.definition()
                                    .connector()
                                    .equals(file.definition().connector())) {
                        problems.add(file.problem(
                                "/collections/" + i + "/id",
                                first.document().name() + " brings a collection " + place + " already"));
                    }
                }
            }
        }
        return problems;
    }

    /** The way from a connector back to itself, by what each waits for; empty where there is none. */
    private List<String> circle(DefinitionFile start, DefinitionFile at, Deque<String> way, Set<String> visited) {
        way.addLast(at.definition().connector());
        for (DefinitionFile next : files) {
            if (next == at || !waits(at, next)) {
                continue;
            }
            if (next == start) {
                return List.copyOf(way);
            }
            if (visited.add(next.definition().connector())) {
                List<String> circle = circle(start, next, way, visited);
                if (!circle.isEmpty()) {
                    return circle;
                }
            }
        }
        way.removeLast();
        return List.of();
    }

    private static boolean waits(DefinitionFile one, DefinitionFile other) {
        return !Collections.disjoint(
                one.definition().needs(), other.definition().yields());
    }
}
