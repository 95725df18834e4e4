package si.vpogled.manifests;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Changes to an overlay's manifests, as they are rendered. */
final class Weakening {
    private final List<ObjectNode> trees;

    Weakening(Overlay overlay) {
        trees = new ArrayList<>(Rendered.trees(Path.of(overlay.folder())).stream()
                .map(ObjectNode::deepCopy)
                .toList());
    }

    /** @param pointer an index beyond a list's end adds to it */
    Weakening set(String object, String pointer, String yaml) {
        JsonPointer where = JsonPointer.compile(pointer);
        JsonNode value = StrictYaml.value(yaml);
        switch (find(object).at(where.head())) {
            case ObjectNode parent -> parent.set(where.last().getMatchingProperty(), value);
            case ArrayNode list
            when where.last().getMatchingIndex() < list.size() ->
                list.set(where.last().getMatchingIndex(), value);
            case ArrayNode list -> list.add(value);
            case JsonNode other ->
                throw new IllegalArgumentException(object + " has no " + where.head() + ": " + other);
        }
        return this;
    }

    Weakening remove(String object, String pointer) {
        JsonPointer where = JsonPointer.compile(pointer);
        JsonNode gone =
                ((ObjectNode) find(object).at(where.head())).remove(where.last().getMatchingProperty());
        if (gone == null) {
            throw new IllegalArgumentException(object + " has no " + pointer);
        }
        return this;
    }

    Weakening add(String yaml) {
        trees.add((ObjectNode) StrictYaml.value(yaml));
        return this;
    }

    private ObjectNode find(String object) {
        return trees.stream()
                .filter(tree -> Manifests.name(tree).equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + object));
    }

    Manifests manifests() {
        return Manifests.of(trees);
    }
}
