package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.schedule.TaskHandler;

/** Accepts by policy; what the policy may not decide stays with staff. */
@ApplicationScoped
class AcceptTask implements TaskHandler {
    static final String TASK = "accept";
    private static final Logger LOG = Logger.getLogger(AcceptTask.class);

    private final AcceptRequest accept;
    private final ReadCase cases;

    AcceptTask(AcceptRequest accept, ReadCase cases) {
        this.accept = accept;
        this.cases = cases;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID request = UUID.fromString(instance.split("/")[0]);
        try {
            accept.accept(cases.byId(request).reference(), Actor.system());
        } catch (CaseException e) {
            LOG.infof("Case %s is left to staff: %s", request, e.problem());
        }
        return Optional.empty();
    }
}
