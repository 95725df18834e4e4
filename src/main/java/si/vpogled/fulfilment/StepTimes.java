package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.collection.CollectionConfig;
import si.vpogled.schedule.Schedule;

/** When the process's own steps are due. */
@ApplicationScoped
class StepTimes {
    private final Schedule schedule;
    private final CollectionConfig config;
    private final InstantSource clock;

    StepTimes(Schedule schedule, CollectionConfig config, InstantSource clock) {
        this.schedule = schedule;
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Each asking is a task of its own, so that the one that is running can order the next. */
    void askMissing(UUID request, int bundle) {
        Instant when = now().plus(config.supplementEvery());
        schedule.at(when, AskMissingTask.TASK, request + "/" + bundle + "/" + when.getEpochSecond());
    }
}
