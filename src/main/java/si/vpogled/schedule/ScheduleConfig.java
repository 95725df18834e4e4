package si.vpogled.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tasks are picked up. */
@ConfigMapping(prefix = "vpogled.schedule")
interface ScheduleConfig {
    /** Whether this process does tasks at all. */
    @WithDefault("true")
    boolean enabled();

    /** How many tasks one process does at once. */
    @WithDefault("24")
    int threads();

    @WithDefault("1s")
    Duration poll();

    /** How often a running task shows that it is alive; after four missed beats another process takes it over. */
    @WithDefault("2s")
    Duration heartbeat();

    /**
     * How long tasks under way may go on when this process is told to end; and, interrupted then, how long they have to
     * hand back what they are at.
     */
    @WithDefault("8s")
    Duration patience();

    /** The longest pause between two tries of a task that fails. */
    @WithDefault("10m")
    Duration longestPause();
}
