package si.vpogled.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * Does one kind of task. Runs outside any transaction, on a virtual thread; an exception has it tried again later. An
 * interruption means that this process ends: the handler stops as it may, and another process does the task anew.
 */
public interface TaskHandler {
    /** The task's name in the database; never changes. */
    String task();

    /**
     * @param instance what the task is about, unique among the tasks of one name
     * @return when to run again; empty when the task is done
     */
    Optional<Instant> run(String instance) throws Exception;
}
