package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.Role;

/** Staff see whether a source can be reached and read, before a case needs it. Nobody's data is read. */
@ApplicationScoped
public class CheckConnector {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connectors connectors;
    private final Launcher launcher;

    CheckConnector(Connectors connectors, Launcher launcher) {
        this.connectors = connectors;
        this.launcher = launcher;
    }

    public TestReport check(String connector, Actor actor) throws InterruptedException {
        actor.require(Role.CLERK, Role.APPROVER);
        ConnectorDefinition definition = connectors
                .named(connector)
                .orElseThrow(() -> new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, connector));
        return launcher.test(definition, PATIENCE);
    }
}
