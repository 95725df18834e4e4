package si.vpogled.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import si.vpogled.inventory.Inventory.Cell;
import si.vpogled.inventory.Inventory.Row;
import si.vpogled.inventory.Inventory.ServiceColumn;
import si.vpogled.law.RetentionRule;
import si.vpogled.text.Text;

/** From a file that was found right to the model. */
final class InventoryMapping {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private final JsonNode tree;

    InventoryMapping(JsonNode tree) {
        this.tree = tree;
    }

    Inventory inventory() {
        List<ServiceColumn> services = list("services", ServiceColumn.class);
        List<Row> rows = list("rows", Row.class);
        // the table's order, service by service, whatever the file's
        List<Cell> cells = services.stream()
                .flatMap(service -> rows.stream().map(row -> cell(service.id(), row.id())))
                .toList();
        return new Inventory(
                tree.path("version").asText(),
                to(tree.path("provider"), Inventory.Provider.class),
                services,
                rows,
                cells,
                Optional.of(tree.path("automated-decisions"))
                        .filter(JsonNode::isObject)
                        .map(text -> to(text, Text.class)));
    }

    private Cell cell(String service, String row) {
        JsonNode cell = stream(tree.path("cells"))
                .filter(node -> node.path("service").asText().equals(service)
                        && node.path("row").asText().equals(row))
                .findFirst()
                .orElseThrow();
        List<Item> items =
                stream(cell.path("items")).map(item -> item(service, row, item)).toList();
        return new Cell(service, row, to(cell.path("note"), Text.class), items);
    }

    private Item item(String service, String row, JsonNode node) {
        ObjectNode item = InventoryFile.merged(tree, node);
        item.put("id", new ItemId(service, row, node.path("id").asText()).toString());
        ArrayNode recipients = JSON.createArrayNode();
        for (JsonNode name : item.path("recipients")) {
            ObjectNode recipient = tree.path("recipients").path(name.asText()).deepCopy();
            recipients.add(recipient.has("address") ? recipient : recipient.put("address", ""));
        }
        item.set("recipients", recipients);
        ObjectNode retention = item.path("retention").deepCopy();
        if (!retention.has("text")) {
            RetentionRule rule = RetentionRule.of(retention.path("rule").asText());
            retention.set("text", JSON.valueToTree(rule.text()));
        }
        item.set("retention", retention);
        return to(item, Item.class);
    }

    private <T> List<T> list(String name, Class<T> type) {
        return stream(tree.path(name)).map(node -> to(node, type)).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static <T> T to(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema lets through what the model does not take", e);
        }
    }
}
