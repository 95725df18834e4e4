package si.vpogled.connector.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Outcome.Remark;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.LoginsDefinition;
import si.vpogled.connector.extract.ExtractWriter;
import si.vpogled.connector.extract.RecordWriter;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** Reads one portion after the other into the extract; one that fails, fails alone. */
final class Collecting {
    private final Reading reading;
    private final ExtractWriter extract;
    private final Meter meter;
    private final Tally tally;
    private final CoolingOff coolingOff;
    private final Set<String> secrets = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    Collecting(Reading reading, ExtractWriter extract, Meter meter, Tally tally, CoolingOff coolingOff) {
        this.reading = reading;
        this.extract = extract;
        this.meter = meter;
        this.tally = tally;
        this.coolingOff = coolingOff;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void read(Portion portion, Known known) throws IOException {
        CollectionDefinition collection = portion.collection();
        Optional<ConnectorException> incomplete = known.whyIncomplete(collection.per());
        if (incomplete.isPresent()) {
            tally.fail(portion.items(), incomplete.get());
            return;
        }
        List<Identifier> identifiers = known.of(collection.per());
        if (identifiers.isEmpty()) {
            tally.pass(portion.items());
            return;
        }
        LeftAsides leftAsides = new LeftAsides(portion);
        long renamed = extract.changedNames();
        try {
            Map<ItemId, Long> found = switch (collection.as()) {
                case RECORDS, CONTACTS -> records(portion, identifiers, leftAsides);
                case FILES, MAIL -> files(portion, identifiers, leftAsides);
            };
            tally.add(portion.items(), found);
        } catch (ConnectorException e) {
            tally.fail(portion.items(), e);
        }
        leftAsides.renamed(extract.changedNames() - renamed);
        remarks.addAll(leftAsides.remarks());
    }

    private Map<ItemId, Long> records(Portion portion, List<Identifier> identifiers, LeftAsides leftAsides)
            throws ConnectorException, IOException {
        try (RecordWriter writer = extract.records(portion.draft())) {
            RecordsVisitor visitor = new RecordsVisitor(reading, portion, writer, leftAsides, secrets);
            read(portion, identifiers, proved(portion.collection(), visitor, coolingOff));
            leftAsides.refuseNothingRead(writer.records() > 0);
            if (visitor.found().isEmpty()) {
                // nothing that a verdict could name the file for
                leftAsides.bare(writer.records());
            } else {
                writer.complete();
            }
            return visitor.found();
        } catch (Meter.StoppedException e) {
            reading.check();
            throw e;
        }
    }

    /** Lets through what is proved to be the subject's. */
    static Visitor proved(CollectionDefinition collection, Visitor visitor, CoolingOff coolingOff) {
        Visitor undoubted = collection
                .doubtful()
                .<Visitor>map(place -> new UndoubtedVisitor(visitor, place))
                .orElse(visitor);
        return collection
                .contactChanged()
                .<Visitor>map(place -> new SettledVisitor(undoubted, place, coolingOff))
                .orElse(undoubted);
    }

    private Map<ItemId, Long> files(Portion portion, List<Identifier> identifiers, LeftAsides leftAsides)
            throws ConnectorException {
        FilesVisitor visitor = new FilesVisitor(reading, portion, extract, meter, leftAsides);
        // a domain's files bear its name already
        boolean folders = identifiers.size() > 1 && portion.collection().per() != IdentifierKind.DOMAIN;
        for (Identifier identifier : identifiers) {
            if (folders) {
                visitor.account(identifier.value());
            }
            read(portion, new Source.Bindings(identifier, portion.service()), visitor);
        }
        leftAsides.refuseNothingRead(visitor.anythingRead());
        return portion.whole().stream().collect(Collectors.toMap(item -> item, item -> visitor.files()));
    }

    private void read(Portion portion, List<Identifier> identifiers, Visitor visitor) throws ConnectorException {
        Optional<LoginsDefinition> definition = portion.collection().logins();
        Optional<Logins> logins = definition.map(one -> new Logins(one, identifiers));
        for (Identifier identifier : identifiers) {
            Source.Bindings bindings = new Source.Bindings(identifier, portion.service());
            if (logins.isPresent()) {
                logins.get().next();
                reading.read(
                        definition.orElseThrow().source(),
                        definition.orElseThrow().read(),
                        bindings,
                        logins.get());
                bindings = logins.get().addedTo(bindings);
            }
            read(portion, bindings, visitor);
        }
    }

    private void read(Portion portion, Source.Bindings bindings, Visitor visitor) throws ConnectorException {
        reading.read(portion.collection().source(), portion.collection().read(), bindings, visitor);
    }
}
