package si.vpogled.web.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.text.Text;

/**
 * The inventory as the table that it comes from.
 *
 * @param sources names of the systems, by connector
 */
record InventoryTable(
        String version, List<Inventory.ServiceColumn> services, List<Row> rows, Map<String, Text> sources) {
    record Row(String id, Text name, Text purpose, List<Cell> cells) {}

    /**
     * One service by one row.
     *
     * @param address of the page that is the cell's own
     */
    record Cell(Inventory.ServiceColumn service, String address, Text note, List<Item> items) {}

    static InventoryTable of(Inventory inventory, Connectors connectors) {
        List<Row> rows = inventory.rows().stream()
                .map(row -> new Row(
                        row.id(),
                        row.name(),
                        row.purpose(),
                        inventory.services().stream()
                                .map(service -> cell(inventory, service, row.id()))
                                .toList()))
                .toList();
        Map<String, Text> sources = connectors.all().stream()
                .collect(Collectors.toMap(ConnectorDefinition::connector, ConnectorDefinition::title));
        return new InventoryTable(inventory.version(), inventory.services(), rows, sources);
    }

    private static Cell cell(Inventory inventory, Inventory.ServiceColumn service, String row) {
        Inventory.Cell cell = inventory.cell(service.id(), row);
        return new Cell(service, "/inventory/" + service.id() + "/" + row, cell.note(), cell.items());
    }

    Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The system that holds an item. */
    public Text source(Item item) {
        return sources.getOrDefault(item.connector(), Text.same(item.connector()));
    }
}
