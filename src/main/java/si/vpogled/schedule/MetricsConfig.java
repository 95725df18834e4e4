package si.vpogled.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is told to those who watch the service. */
@ConfigMapping(prefix = "vpogled.metrics")
public interface MetricsConfig {
    /** For how long a reading of the database is good. */
    @WithDefault("5s")
    Duration recent();
}
