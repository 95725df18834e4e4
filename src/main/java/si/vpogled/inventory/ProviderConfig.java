package si.vpogled.inventory;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The provider, where this installation names another than the inventory's file. */
@ConfigMapping(prefix = "vpogled.provider")
interface ProviderConfig {
    Optional<String> name();

    Optional<String> address();

    Optional<String> email();

    /** The data protection officer, with how to reach them. */
    Optional<String> dpo();
}
