package si.vpogled.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How connectors are run. */
@ConfigMapping(prefix = "vpogled.collection")
public interface CollectionConfig {
    /** Runs at once, over all cases and replicas. */
    @WithDefault("8")
    int runs();

    /** Tries of a run whose backend is unavailable, before it is left to staff. */
    @WithDefault("6")
    int tries();

    /** The first pause between tries; each further one is twice as long, with jitter. */
    @WithDefault("5s")
    Duration pause();

    @WithDefault("1h")
    Duration longestPause();

    /** How often sources that are missing from a partial answer are asked again. */
    @WithDefault("6h")
    Duration supplementEvery();

    /** For temporary files of runs; what is written there is encrypted. */
    Optional<Path> scratch();
}
