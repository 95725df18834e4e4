package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
    private final ConnectorTests tests;
    private final Launcher launcher;

    CheckConnector(Connectors connectors, ConnectorTests tests, Launcher launcher) {
        this.connectors = connectors;
        this.tests = tests;
        this.launcher = launcher;
    }

    /**
     * On record, with who asked for it. Two at once would tell no more than one, and burden the backend twice.
     *
     * @throws CaseException where there is no such connector, or a test of it is under way
     */
    public TestReport check(String connector, Actor actor) throws InterruptedException {
        actor.require(Role.CLERK, Role.APPROVER);
        ConnectorDefinition definition = connectors
                .named(connector)
                .orElseThrow(() -> new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, connector));
        UUID test = tests.begin(connector, actor)
                .orElseThrow(() -> new CaseException(CaseException.Problem.TEST_RUNNING, connector));
        Optional<TestReport> report = Optional.empty();
        try {
            report = Optional.of(launcher.test(definition, PATIENCE));
            return report.get();
        } finally {
            tests.end(test, report);
        }
    }
}
