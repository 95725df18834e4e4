package si.vpogled.collection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of our choice. */
record SetLimits(int runs, int tries, Duration pause, Duration longestPause) implements CollectionConfig {
    @Override
    public Duration supplementEvery() {
        return Duration.ofHours(6);
    }

    @Override
    public Optional<Path> scratch() {
        return Optional.empty();
    }
}
