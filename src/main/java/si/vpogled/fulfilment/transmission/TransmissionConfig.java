package si.vpogled.fulfilment.transmission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How answers are sent to destinations that subjects name. */
@ConfigMapping(prefix = "vpogled.transmission")
public interface TransmissionConfig {
    /** Destinations that may be reached although their address is not public: {@code host}, or {@code host:port}. */
    Optional<Set<String>> allowed();

    /** Certification authorities that are trusted instead of those of the JVM, as a file in PEM form. */
    Optional<Path> caFile();

    /** How often an answer is tried to be sent. */
    @WithDefault("12")
    int tries();

    /** The pause before the second try; each further one is twice as long. */
    @WithDefault("30s")
    Duration pause();

    /** How long to wait for a connection. */
    @WithDefault("10s")
    Duration connect();

    /** How long the other side may say nothing. */
    @WithDefault("2m")
    Duration silence();
}
