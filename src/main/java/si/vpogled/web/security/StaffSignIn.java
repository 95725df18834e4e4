package si.vpogled.web.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How staff sign in to the console. */
@ConfigMapping(prefix = "vpogled.staff-sign-in")
public interface StaffSignIn {
    /** {@code password}, of the members whom the configuration names, or {@code oidc}. */
    @WithDefault("password")
    Method method();

    /** After this the identity provider is asked anew, however busy somebody is. */
    @WithDefault("12h")
    Duration session();

    enum Method {
        PASSWORD,
        OIDC
    }

    default boolean byProvider() {
        return method() == Method.OIDC;
    }
}
