package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes from a closed case what connectors told of the subject, and what staff decided about it. That they were asked,
 * and how much there was of what, stays. Within a transaction, case locked.
 */
@ApplicationScoped
public class ForgetCollected {
    private final Runs.Rows runs;
    private final KnownIdentifiers known;
    private final Withholdings withholdings;

    ForgetCollected(Runs.Rows runs, KnownIdentifiers known, Withholdings withholdings) {
        this.runs = runs;
        this.known = known;
        this.withholdings = withholdings;
    }

    public void forget(UUID request) {
        runs.of(request).forEach(RunEntity::forgetWhose);
        known.forget(request);
        withholdings.forget(request);
    }
}
