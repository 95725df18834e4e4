package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.connector.job.TestReport;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.Role;
import si.vpogled.storage.ObjectStore;

/** Checks a connector's reachability, credentials and every query, without reading anybody's data. */
@ApplicationScoped
public class CheckConnector {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connectors connectors;
    private final ObjectStore store;
    private final ConnectorEnvironment environment;
    private final InstantSource clock;
    private final RunConnector runner = new RunConnector();

    CheckConnector(Connectors connectors, ObjectStore store, ConnectorEnvironment environment, InstantSource clock) {
        this.connectors = connectors;
        this.store = store;
        this.environment = environment;
        this.clock = clock;
    }

    public TestReport check(String connector, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER);
        ConnectorDefinition definition = connectors
                .named(connector)
                .orElseThrow(() -> new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, connector));
        try {
            Path scratch = Files.createTempDirectory("vpogled-check");
            try {
                return runner.test(
                        definition,
                        PATIENCE,
                        new RunContext(clock, store, environment.variables(), scratch, RunContext.Watcher.NONE));
            } finally {
                Files.deleteIfExists(scratch);
            }
        } catch (ConnectorException e) {
            return failed(connector, new Fault(e.kind(), e.getMessage()));
        } catch (IOException e) {
            return failed(connector, new Fault(FaultKind.MISCONFIGURED, "No folder for temporary files"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(connector, new Fault(FaultKind.UNAVAILABLE, "The check was interrupted; try again"));
        }
    }

    private TestReport failed(String connector, Fault fault) {
        TestReport.Check check = new TestReport.Check(TestReport.Part.SOURCE, connector, Optional.of(fault));
        return new TestReport(connector, clock.instant(), clock.instant(), List.of(check));
    }
}
