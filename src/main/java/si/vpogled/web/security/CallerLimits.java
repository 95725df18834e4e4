package si.vpogled.web.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** {@link RateLimits} for the one who asks now. */
@RequestScoped
public class CallerLimits {
    private final RateLimits limits;
    private final RoutingContext context;

    CallerLimits(RateLimits limits, RoutingContext context) {
        this.limits = limits;
        this.context = context;
    }

    /** Counts one more from this network, or refuses it. */
    public void take(Limit limit) {
        take(limit, "");
    }

    /**
     * Counts one more from this network and by this person, or refuses it.
     *
     * @param person an e-mail address, a name, a case
     */
    public void take(Limit limit, String person) {
        limits.take(limit, Network.of(context), person);
    }
}
