package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.vpogled.yaml.Problem;

class InventoryCoverageTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    private final Map<String, List<ItemId>> connectors = INVENTORY.items().stream()
            .collect(Collectors.groupingBy(
                    Item::connector,
                    TreeMap::new,
                    Collectors.mapping(Item::id, Collectors.toCollection(ArrayList::new))));

    @Test
    void nothingIsWrongWhereEachItemIsAnsweredForByItsConnector() {
        assertThat(connectors)
                .containsOnlyKeys("billing", "dostavljalec", "hosting", "website-builder", "whois-domain");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anItemThatNoCollectionAnswersForIsAProblem() {
        connectors.get("hosting").remove(ItemId.parse("vps.user-data.files"));

        assertThat(problems())
                .containsExactly("inventory: the item vps.user-data.files names the connector hosting, which has no"
                        + " collection or field for it");
    }

    @Test
    void anItemWhoseConnectorIsNotThereIsAProblem() {
        connectors.remove("website-builder");

        assertThat(problems())
                .hasSize(8)
                .contains("inventory: the item websites.user-data.backups names the connector website-builder, and"
                        + " there is none of that name");
    }

    @Test
    void aConnectorsItemThatTheInventoryDoesNotHaveIsAProblem() {
        connectors.get("billing").add(ItemId.parse("domains.user-data.shoe-size"));

        assertThat(problems())
                .containsExactly("connector billing: answers for the item domains.user-data.shoe-size, which the"
                        + " inventory does not have");
    }

    @Test
    void aConnectorsItemThatBelongsToAnotherIsAProblem() {
        connectors.get("billing").add(ItemId.parse("vps.user-data.files"));

        assertThat(problems())
                .containsExactly("connector billing: answers for the item vps.user-data.files, which the inventory"
                        + " gives to hosting");
    }

    private List<String> problems() {
        return InventoryCoverage.problems(INVENTORY, connectors).stream()
                .map(Problem::toString)
                .toList();
    }
}
