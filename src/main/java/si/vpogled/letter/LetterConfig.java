package si.vpogled.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;

/** Where links in letters lead. */
@ConfigMapping(prefix = "vpogled")
public interface LetterConfig {
    /** The address under which the portal is reached from outside, without a trailing slash. */
    @WithName("base-url")
    URI baseUrl();
}
