package si.vpogled.collection;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.connector.job.RunErasure;
import si.vpogled.connector.job.TestReport;
import si.vpogled.storage.ObjectStore;

/** Runs connectors within this process, on virtual threads: the same code that a job runs. */
@ApplicationScoped
@Identifier("local")
class LocalLauncher implements Launcher {
    private final Connectors connectors;
    private final ObjectStore store;
    private final ConnectorEnvironment environment;
    private final InstantSource clock;
    private final Path scratch;
    private final RunConnector runner = new RunConnector();
    private final RunErasure eraser = new RunErasure();

    LocalLauncher(
            Connectors connectors,
            ObjectStore store,
            ConnectorEnvironment environment,
            InstantSource clock,
            CollectionConfig config) {
        this.connectors = connectors;
        this.store = store;
        this.environment = environment;
        this.clock = clock;
        this.scratch = config.scratch().orElseGet(LocalLauncher::temporary);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("vpogled-runs");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for temporary files: set vpogled.collection.scratch", e);
        }
    }

    @Override
    public Report launch(Order order, Progress progress) throws InterruptedException {
        Optional<ConnectorDefinition> definition = connectors.named(order.connector());
        if (definition.isEmpty()) {
            return Report.failed(Connectors.undefined(order.connector()));
        }
        if (definition.get().job().flatMap(JobDefinition::image).isPresent()) {
            return Report.failed(
                    new Fault(
                            FaultKind.MISCONFIGURED,
                            "The connector " + order.connector()
                                    + " is an image of its own, which only a cluster can run: set VPOGLED_LAUNCHER=kubernetes"));
        }
        try {
            return carryOut(order, definition.get(), context(progress));
        } catch (ConnectorException e) {
            return Report.failed(new Fault(e.kind(), e.getMessage()));
        } catch (OutOfMemoryError | InternalError e) {
            // perhaps not of its doing: it is begun again, so often as there are tries
            throw e;
        } catch (RuntimeException | Error e) {
            return Report.failed(unforeseen(e));
        }
    }

    private Report carryOut(Order order, ConnectorDefinition definition, RunContext context)
            throws ConnectorException, InterruptedException {
        return order.operation() == Order.Operation.COLLECT
                ? Report.of(runner.run(order, definition, context))
                : Report.of(order, definition, eraser.run(order, definition, context));
    }

    /** Told by its class alone: a message of nobody knows whom may hold personal data. */
    private static Fault unforeseen(Throwable e) {
        String what = e.getClass().getSimpleName();
        return new Fault(FaultKind.DEFECT, "The run failed with " + what + "; the connector is wrong");
    }

    @Override
    public TestReport test(ConnectorDefinition definition, Duration time) throws InterruptedException {
        Instant started = clock.instant();
        try {
            return runner.test(definition, time, context((_, _) -> true));
        } catch (ConnectorException e) {
            return TestReport.failed(definition.connector(), started, clock.instant(), e);
        }
    }

    private RunContext context(Progress progress) {
        return new RunContext(clock, store, environment.variables(), scratch, progress::at);
    }
}
