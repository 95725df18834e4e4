package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.collection.Attempts;
import si.vpogled.collection.ConnectorTests;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.FaultWords;

/** Reads what staff see of the connectors. */
@ApplicationScoped
class ReadConnectors {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final String NONE = "–";

    private final Connectors connectors;
    private final Attempts attempts;
    private final ConnectorTests tests;
    private final Inventory inventory;
    private final InstantSource clock;

    ReadConnectors(
            Connectors connectors, Attempts attempts, ConnectorTests tests, Inventory inventory, InstantSource clock) {
        this.connectors = connectors;
        this.attempts = attempts;
        this.tests = tests;
        this.inventory = inventory;
        this.clock = clock;
    }

    List<ConnectorView> read(Page page) {
        Instant now = clock.instant();
        Map<String, Attempts.Tally> lately = attempts.between(now.minus(LATELY), now);
        Map<String, ConnectorTests.Tested> tested = tests.latest();
        DescribeConnector describe = new DescribeConnector(page, inventory);
        TellTest tell = new TellTest(page, describe);
        return connectors.all().stream()
                .map(definition -> new ConnectorView(
                        definition.connector(),
                        definition.title(),
                        describe.of(definition),
                        health(definition, now, tally(lately, definition), page),
                        Optional.ofNullable(tested.get(definition.connector())).map(one -> tell.of(one, definition))))
                .toList();
    }

    private static Attempts.Tally tally(Map<String, Attempts.Tally> lately, ConnectorDefinition definition) {
        String connector = definition.connector();
        return lately.getOrDefault(connector, new Attempts.Tally(connector, 0, Map.of()));
    }

    private ConnectorView.Health health(ConnectorDefinition definition, Instant now, Attempts.Tally tally, Page page) {
        Attempts.Health health = attempts.health(definition.connector(), now.minus(LATELY));
        return new ConnectorView.Health(
                health.lastSuccess(),
                page.number(tally.attempts()),
                health.median().map(time -> Lasted.words(time, page)).orElse(NONE),
                health.ninetieth().map(time -> Lasted.words(time, page)).orElse(NONE),
                Arrays.stream(FaultKind.values())
                        .filter(kind -> tally.failed(kind) > 0)
                        .map(kind -> page.text(FaultWords.label(kind)) + ": " + page.number(tally.failed(kind)))
                        .toList(),
                health.lastFault().flatMap(ReadConnectors::lastFault));
    }

    private static Optional<ConnectorView.LastFault> lastFault(Attempts.Attempt attempt) {
        return attempt.fault()
                .map(fault -> new ConnectorView.LastFault(
                        attempt.ended(), RunLine.Trouble.of(fault, FaultWords.adviceAfterTest(fault.kind()))));
    }
}
