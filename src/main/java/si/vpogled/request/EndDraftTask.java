package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import si.vpogled.schedule.TaskHandler;

/** Drops the answers of a form that was left. */
@ApplicationScoped
class EndDraftTask implements TaskHandler {
    static final String TASK = "end-draft";

    private final FormDrafts drafts;

    EndDraftTask(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        return drafts.purge(instance);
    }
}
