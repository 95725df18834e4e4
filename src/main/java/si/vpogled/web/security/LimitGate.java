package si.vpogled.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Counts messages, after it is known who asks. */
@Provider
@Limited
@Priority(Priorities.USER)
class LimitGate implements ContainerRequestFilter {
    private final CallerLimits limits;
    private final SignedInSubject subject;

    LimitGate(CallerLimits limits, SignedInSubject subject) {
        this.limits = limits;
        this.subject = subject;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        limits.take(Limit.MESSAGE, subject.find().map(UUID::toString).orElse(""));
    }
}
