package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {
    @Test
    void what_is_set_takes_the_place_of_the_files_and_the_rest_stays() {
        LoadedInventory file = InventoryLoader.readDefault();

        Inventory installed = new InstalledInventory()
                .inventory(
                        file,
                        settings(Map.of(
                                "vpogled.provider.name", "Gostovanje Bor d.o.o.",
                                "vpogled.provider.email", "zasebnost@bor.example")));

        assertThat(installed.provider().name()).isEqualTo("Gostovanje Bor d.o.o.");
        assertThat(installed.provider().email()).isEqualTo("zasebnost@bor.example");
        assertThat(installed.provider().dpo())
                .isEqualTo(file.inventory().provider().dpo());
        assertThat(installed.items()).isEqualTo(file.inventory().items());
    }

    private static ProviderConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProviderConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ProviderConfig.class);
    }
}
