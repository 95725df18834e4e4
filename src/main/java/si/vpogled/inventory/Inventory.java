package si.vpogled.inventory;

import java.util.List;
import java.util.Optional;
import si.vpogled.text.Text;

/**
 * The table of services by rows. Immutable, read from YAML at start, complete: every service has every row.
 *
 * @param version the operator's version of the file, shown in every answer
 * @param provider the controller whose inventory it is
 * @param services the columns, in the order of the table
 * @param rows the rows, in the order of the table
 * @param cells every service by every row
 * @param automatedDecisions what GDPR Art. 15(1)(h) asks; none where no decision is made so
 */
public record Inventory(
        String version,
        Provider provider,
        List<ServiceColumn> services,
        List<Row> rows,
        List<Cell> cells,
        Optional<Text> automatedDecisions) {
    public Inventory {
        services = List.copyOf(services);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /** All items, in the order of the table, service by service. */
    public List<Item> items() {
        return cells.stream().flatMap(cell -> cell.items().stream()).toList();
    }

    public Optional<Item> item(ItemId id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public Cell cell(String service, String row) {
        return cells.stream()
                .filter(cell -> cell.service().equals(service) && cell.row().equals(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cell " + service + "." + row));
    }

    public ServiceColumn service(String id) {
        return services.stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service " + id));
    }

    /** The controller (GDPR Art. 13(1)(a)), with its data protection officer's contact. */
    public record Provider(String name, String address, String email, String dpo, Text jurisdiction) {}

    /** A column of the table. */
    public record ServiceColumn(String id, Text name, Text description) {}

    /** A row of the table. */
    public record Row(String id, Text name, Text purpose) {}

    /**
     * One service by one row.
     *
     * @param note what the inventory says of the cell as a whole; for a cell without items, why there are none
     */
    public record Cell(String service, String row, Text note, List<Item> items) {
        public Cell {
            items = List.copyOf(items);
        }
    }
}
