package si.vpogled.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.storage.ObjectStore;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/**
 * A run of a connector.
 *
 * @param run names the run, attempt 1
 */
record Extraction(ConnectorDefinition definition, UUID run, String destination, Map<String, Object> recipient) {
    /** @throws IllegalStateException where anything failed */
    Outcome run(ObjectStore store, Map<String, String> environment, Path scratch, Identifier known) throws Exception {
        Order order = new Order(
                Order.VERSION,
                run,
                1,
                new UUID(1, 2),
                definition.connector(),
                Order.Operation.COLLECT,
                List.of(known),
                definition.items(),
                Language.SL,
                destination,
                recipient,
                definition.limits());
        Outcome outcome = new RunConnector()
                .run(
                        order,
                        definition,
                        new RunContext(InstantSource.system(), store, environment, scratch, RunContext.Watcher.NONE));
        outcome.fault().ifPresent(fault -> {
            throw new IllegalStateException("The run failed: " + fault.message());
        });
        return outcome;
    }
}
