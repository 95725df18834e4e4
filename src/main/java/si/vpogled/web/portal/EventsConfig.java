package si.vpogled.web.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the page of a case is kept up to date. */
@ConfigMapping(prefix = "vpogled.events")
public interface EventsConfig {
    /** How often the database is looked at for an open page. */
    @WithDefault("2s")
    Duration pause();

    /** How long a connection is silent at most, so that nothing on the way takes it for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many connections one case may have, in one process. */
    @WithDefault("4")
    int perCase();

    /** How many connections there may be in all, in one process. */
    @WithDefault("200")
    int inAll();
}
