package si.vpogled.web.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.collection.ConnectorTests;
import si.vpogled.connector.Fault;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.SourceDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.FaultWords;
import si.vpogled.web.words.TransportWords;

/** Tells what a test found, in words: what was looked at, what is wrong with it, what to do. */
record TellTest(Page page, DescribeConnector describe) {
    ConnectorView.Tested of(ConnectorTests.Tested tested, ConnectorDefinition definition) {
        return new ConnectorView.Tested(
                tested.actor(),
                tested.started(),
                tested.ended()
                        .map(ended -> Lasted.words(Duration.between(tested.started(), ended), page))
                        .orElse(""),
                tested.ended().isEmpty(),
                tested.report().map(TestReport::passed).orElse(false),
                tested.report()
                        .map(report -> lines(report.checks(), definition))
                        .orElse(List.of()));
    }

    /** Where the definition is still the one that was tested, each check is of its part of it. */
    private List<ConnectorView.Line> lines(List<TestReport.Check> checks, ConnectorDefinition definition) {
        List<Named> parts = parts(definition);
        List<ConnectorView.Line> lines = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            TestReport.Check check = checks.get(i);
            Named part = parts.size() == checks.size() ? parts.get(i) : new Named(check.name(), Text.same(""));
            lines.add(new ConnectorView.Line(part(check.part()), part.name(), part.asked(), trouble(check.fault())));
        }
        return lines;
    }

    private record Named(String name, Text asked) {}

    /** In the order of the checks. */
    private List<Named> parts(ConnectorDefinition definition) {
        List<Named> parts = new ArrayList<>();
        definition
                .sources()
                .forEach(source -> parts.add(new Named(source.id(), TransportWords.reached(source.transport()))));
        definition
                .identify()
                .forEach(step -> parts.add(new Named(describe.step(step), asked(definition, step.source()))));
        definition
                .collections()
                .forEach(collection ->
                        parts.add(new Named(page.text(collection.title()), asked(definition, collection.source()))));
        return parts;
    }

    private static Text asked(ConnectorDefinition definition, String source) {
        return definition.sources().stream()
                .filter(one -> one.id().equals(source))
                .map(SourceDefinition::transport)
                .map(TransportWords::read)
                .findFirst()
                .orElseThrow();
    }

    private String part(TestReport.Part part) {
        ConnectorMessages messages = page.messages(ConnectorMessages.class);
        return switch (part) {
            case SOURCE -> messages.partSource();
            case IDENTIFY -> messages.partIdentify();
            case COLLECTION -> messages.partCollection();
        };
    }

    private static Optional<RunLine.Trouble> trouble(Optional<Fault> fault) {
        return fault.map(told -> RunLine.Trouble.of(told, FaultWords.adviceAfterTest(told.kind())));
    }
}
