package si.vpogled.fulfilment.transmission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** As an operator might set it. */
record SetTransmission(Optional<Set<String>> allowed, Optional<Path> caFile) implements TransmissionConfig {
    @Override
    public int tries() {
        return 3;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration connect() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration silence() {
        return Duration.ofMinutes(1);
    }
}
