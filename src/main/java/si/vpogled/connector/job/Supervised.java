package si.vpogled.connector.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition;

/**
 * Has work done with a definition's sources, watched over, and cleans up after it.
 *
 * @param transports by name
 */
record Supervised(Map<String, Transport> transports) {
    Supervised {
        transports = Map.copyOf(transports);
    }

    interface Work<T> {
        T run(Reading reading, Path scratch) throws ConnectorException;
    }

    /**
     * @param stop raised where the work is to end
     * @param wanted asked about once a second; no ends the work
     */
    record Watched<T>(StopSign stop, BooleanSupplier wanted, Work<T> work) {}

    <T> T run(ConnectorDefinition definition, RunContext context, Instant deadline, Watched<T> watched)
            throws ConnectorException, InterruptedException {
        Scratch scratch = new Scratch(context.scratch());
        OpenSources sources = new OpenSources(definition, transports, context, deadline, scratch.folder());
        SourceThread thread = new SourceThread();
        Reading reading = new Reading(sources, thread, watched.stop());
        Supervisor supervisor = new Supervisor(context.clock(), watched.stop(), sources, thread);
        return supervisor.run(
                definition.connector(),
                () -> {
                    try (scratch;
                            sources) {
                        return watched.work().run(reading, scratch.folder());
                    }
                },
                deadline,
                watched.wanted());
    }
}
