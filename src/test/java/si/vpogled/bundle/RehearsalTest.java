package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;

@Tag("slow")
class RehearsalTest {
    @Test
    void assemblesAWholeBundleWithAVerdictForEveryItem() throws Exception {
        Inventory inventory = InventoryLoader.loadDefault();
        int items =
                inventory.cells().stream().mapToInt(cell -> cell.items().size()).sum();

        AssembledBundle rehearsed = new Rehearsal(inventory).run();

        assertThat(rehearsed.verdicts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(items);
        assertThat(rehearsed.entries()).isGreaterThan(10);
    }
}
