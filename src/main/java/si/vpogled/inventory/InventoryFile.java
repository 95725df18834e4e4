package si.vpogled.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the file puts items together, shared by what checks and what maps it. */
final class InventoryFile {
    private InventoryFile() {}

    /** An item's own fields over those of the template that it is like. */
    static ObjectNode merged(JsonNode tree, JsonNode item) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        copy(tree.path("templates").path(item.path("like").asText()), merged);
        copy(item, merged);
        merged.remove("like");
        return merged;
    }

    private static void copy(JsonNode from, ObjectNode to) {
        from.properties().forEach(field -> to.set(field.getKey(), field.getValue()));
    }
}
