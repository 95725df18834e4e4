package si.vpogled.bundle.information;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;

/** GDPR Art. 15(1)(g): where what did not come from the subject came from. */
class SourceOfItemsTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    @ParameterizedTest
    @CsvSource({
        "domains.legal-framework.name, posredovali ste ga vi, provided by you",
        "vps.service-fulfilment.payer-bank-account, sporočila ga je banka, reported by the bank",
        "websites.user-data.contact-forms, vpisali so ga obiskovalci vaše spletne strani, written by visitors of your site",
    })
    void each_item_says_where_it_comes_from(String item, String slovenian, String english) {
        assertThat(InformationTexts.source(INVENTORY.item(ItemId.parse(item)).orElseThrow()))
                .isEqualTo(new Text(slovenian, english));
    }
}
