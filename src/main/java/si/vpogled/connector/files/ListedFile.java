package si.vpogled.connector.files;

import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.Visitor;

/** A file as a row: {@code name} (below the root), {@code size} (bytes), {@code modified}. */
record ListedFile(String name, Node node) implements Visitor.Row {
    static final Set<String> FIELDS = Set.of("name", "size", "modified");

    @Override
    public Optional<Object> value(String from) {
        return switch (from) {
            case "name" -> Optional.of(name);
            case "size" -> Optional.of(node.size());
            case "modified" -> node.modified().map(Object.class::cast);
            case String other -> Optional.empty();
        };
    }
}
