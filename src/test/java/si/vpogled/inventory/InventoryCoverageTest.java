package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.vpogled.yaml.Problem;

class InventoryCoverageTest {
    private static final LoadedInventory INVENTORY = InventoryLoader.readDefault();

    private final List<Answer> answers = INVENTORY.inventory().items().stream()
            .map(item -> answer(item.connector(), item.id()))
            .collect(Collectors.toCollection(ArrayList::new));

    @Test
    void nothingIsWrongWhereEachItemIsAnsweredForByItsConnector() {
        assertThat(answers)
                .extracting(Answer::connector)
                .containsOnly("billing", "dostavljalec", "hosting", "website-builder", "whois-domain");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anItemThatNoCollectionAnswersForIsAProblemWithItsLine() {
        ItemId files = ItemId.parse("vps.user-data.files");
        answers.removeIf(answer -> answer.item().equals(files));

        assertThat(problems())
                .singleElement()
                .asString()
                .matches(
                        "inventory\\.yaml:\\d+:\\d+: the item vps\\.user-data\\.files names the connector hosting, which"
                                + " has no collection or field for it");
        assertThat(INVENTORY.places().get(files).line()).isGreaterThan(1);
    }

    @Test
    void eachItemStandsOnALineOfItsOwn() {
        assertThat(INVENTORY.places()).hasSameSizeAs(INVENTORY.inventory().items());
        assertThat(INVENTORY.places().values()).doesNotHaveDuplicates();
    }

    @Test
    void anItemWhoseConnectorIsNotThereIsAProblem() {
        answers.removeIf(answer -> answer.connector().equals("website-builder"));

        assertThat(problems())
                .hasSize(8)
                .anyMatch(problem -> problem.endsWith("the item websites.user-data.backups names the connector"
                        + " website-builder, and there is none of that name"))
                .allMatch(problem -> problem.matches("inventory\\.yaml:\\d+:\\d+: .*"));
    }

    @Test
    void aConnectorsItemThatTheInventoryDoesNotHaveIsAProblemWhereItStands() {
        answers.add(answer("billing", ItemId.parse("domains.user-data.shoe-size")));

        assertThat(problems())
                .containsExactly("billing.yaml:7:3: answers for the item domains.user-data.shoe-size, which the"
                        + " inventory does not have");
    }

    @Test
    void aConnectorsItemThatBelongsToAnotherIsAProblem() {
        answers.add(answer("billing", ItemId.parse("vps.user-data.files")));

        assertThat(problems())
                .containsExactly("billing.yaml:7:3: answers for the item vps.user-data.files, which the inventory"
                        + " gives to hosting");
    }

    private static Answer answer(String connector, ItemId item) {
        return new Answer(connector, item, new Problem(connector + ".yaml", 7, 3, ""));
    }

    private List<String> problems() {
        return InventoryCoverage.problems(INVENTORY, answers).stream()
                .map(Problem::toString)
                .toList();
    }
}
