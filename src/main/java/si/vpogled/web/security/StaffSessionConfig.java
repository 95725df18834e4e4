package si.vpogled.web.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long staff stay signed in to the console. */
@ConfigMapping(prefix = "vpogled.console")
interface StaffSessionConfig {
    /** When a session ends, however much it is used. */
    @WithDefault("12h")
    Duration session();

    /** When a session ends that nobody uses. */
    @WithDefault("30m")
    Duration sessionIdle();
}
