package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefaultInventoryTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    @Test
    void itHasEveryCellAndItem() {
        assertThat(INVENTORY.cells()).hasSize(18);
        assertThat(INVENTORY.items()).hasSize(114);
    }
}
