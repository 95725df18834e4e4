package si.vpogled.connector.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.connector.definition.LoginsDefinition;
import si.vpogled.connector.definition.RetentionDefinition;
import si.vpogled.connector.job.TestReport.Check;
import si.vpogled.connector.job.TestReport.Part;

/** Opens every source, and has every read checked by it. */
final class TestConnector {
    private final ConnectorDefinition definition;
    private final Reading reading;
    private final InstantSource clock;
    private final List<Check> checks = new ArrayList<>();

    TestConnector(ConnectorDefinition definition, Reading reading, InstantSource clock) {
        this.definition = definition;
        this.reading = reading;
        this.clock = clock;
    }

    TestReport run() {
        Instant started = clock.instant();
        definition.sources().forEach(source -> check(Part.SOURCE, source.id(), source.id(), open -> {}));
        for (IdentifyDefinition step : definition.identify()) {
            List<String> fields = Stream.concat(step.yields().values().stream(), step.contactChanged().stream())
                    .toList();
            check(Part.IDENTIFY, step.from().key(), step.source(), source -> source.test(step.read(), fields));
        }
        for (CollectionDefinition collection : definition.collections()) {
            List<String> places = places(collection);
            Optional<Fault> fault = fault(collection.source(), source -> source.test(collection.read(), places))
                    .or(() -> collection.logins().flatMap(this::fault));
            checks.add(new Check(Part.COLLECTION, collection.id(), fault));
        }
        return new TestReport(definition.connector(), started, clock.instant(), checks);
    }

    private static List<String> places(CollectionDefinition collection) {
        Stream<String> ofFields = collection.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.from()), field.ofAnother().stream()));
        Stream<String> ofRows = Stream.of(
                        collection.retention().map(RetentionDefinition::from),
                        collection.contactChanged(),
                        collection.doubtful())
                .flatMap(Optional::stream);
        return Stream.concat(ofFields, ofRows).distinct().toList();
    }

    private void check(Part part, String name, String source, Reading.Question question) {
        checks.add(new Check(part, name, fault(source, question)));
    }

    private Optional<Fault> fault(LoginsDefinition logins) {
        List<String> places = Stream.concat(Stream.of(logins.from()), logins.shared().stream())
                .toList();
        return fault(logins.source(), source -> source.test(logins.read(), places));
    }

    private Optional<Fault> fault(String source, Reading.Question question) {
        try {
            reading.ask(source, question);
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(new Fault(e.kind(), e.getMessage()));
        }
    }
}
