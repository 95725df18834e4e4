package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Right;

/** GDPR Art. 5(1)(c) and 20(1): what an order asks for. */
class WantedItemsTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();
    private static final List<String> ALL =
            INVENTORY.services().stream().map(Inventory.ServiceColumn::id).toList();
    private static final Connectors CONNECTORS = new Connectors(
            new DefinitionLoader().builtIn().all(),
            INVENTORY.items().stream()
                    .filter(item -> item.outsidePortability().isPresent())
                    .map(Item::id)
                    .collect(Collectors.toSet()));

    @Test
    void access_asks_for_all_items_of_the_services() {
        assertThat(wanted(ALL, Right.ACCESS))
                .containsExactlyInAnyOrderElementsOf(
                        INVENTORY.items().stream().map(Item::id).toList());
    }

    @Test
    void portability_asks_for_what_travels_and_for_nothing_else() {
        assertThat(wanted(ALL, Right.PORTABILITY))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(INVENTORY.items().stream()
                        .filter(item -> item.portability() == Item.Portability.INCLUDED)
                        .map(Item::id)
                        .toList());
    }

    @Test
    void who_says_whose_an_account_is_is_asked_although_nothing_else_is_wanted_of_it() {
        assertThat(CONNECTORS.inScope(List.of("domains"), Right.PORTABILITY))
                .extracting(ConnectorDefinition::connector)
                .containsExactlyInAnyOrder("billing", "whois-domain");
        assertThat(CONNECTORS.items(CONNECTORS.named("billing").orElseThrow(), List.of("domains"), Right.PORTABILITY))
                .isEmpty();
    }

    @Test
    void nobody_is_asked_of_whom_nothing_is_needed() {
        assertThat(CONNECTORS.inScope(List.of("websites"), Right.PORTABILITY))
                .extracting(ConnectorDefinition::connector)
                .containsExactlyInAnyOrder("billing", "website-builder");
    }

    private static List<ItemId> wanted(List<String> services, Right right) {
        return CONNECTORS.inScope(services, right).stream()
                .flatMap(definition -> CONNECTORS.items(definition, services, right).stream())
                .toList();
    }
}
