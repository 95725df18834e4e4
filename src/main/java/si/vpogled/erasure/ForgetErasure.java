package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes from a closed case of whom its plans told. That there were, who approved which, and what was done, stays. */
@ApplicationScoped
public class ForgetErasure {
    private final Plans plans;
    private final ErasureGroups groups;

    ForgetErasure(Plans plans, ErasureGroups groups) {
        this.plans = plans;
        this.groups = groups;
    }

    /** Within a transaction, case locked. */
    public void forget(UUID request) {
        plans.forget(request);
        groups.forget(request);
    }
}
