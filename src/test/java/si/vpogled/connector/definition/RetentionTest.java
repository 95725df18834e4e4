package si.vpogled.connector.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.Item;
import si.vpogled.law.RetentionRule;

/** What the answer says of an item as a whole, and of each of its records, must be one rule. */
class RetentionTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    static List<CollectionDefinition> dated() {
        return collections().filter(one -> one.retention().isPresent()).toList();
    }

    @ParameterizedTest
    @MethodSource("dated")
    void records_are_kept_by_the_rule_that_the_inventory_gives_their_items(CollectionDefinition collection) {
        RetentionRule rule =
                RetentionRule.of(collection.retention().orElseThrow().rule());

        assertThat(collection.items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(
                                INVENTORY.item(item).orElseThrow().retention().rule())
                        .as(collection.id() + ": " + item)
                        .isEqualTo(rule));
    }

    @Test
    void each_item_that_is_kept_until_a_date_has_records_that_say_the_date() {
        List<String> saying = dated().stream()
                .flatMap(collection -> collection.items().stream())
                .map(Object::toString)
                .toList();

        assertThat(INVENTORY.items())
                .filteredOn(item -> item.retention().rule().isDated())
                .extracting(Item::id)
                .extracting(Object::toString)
                .isNotEmpty()
                .isSubsetOf(saying);
    }

    private static Stream<CollectionDefinition> collections() {
        return new DefinitionLoader().builtIn().all().stream().flatMap(definition -> definition.collections().stream());
    }
}
