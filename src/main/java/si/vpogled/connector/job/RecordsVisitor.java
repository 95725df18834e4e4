package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.FieldDefinition;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.FieldValue;
import si.vpogled.connector.extract.RecordWriter;
import si.vpogled.connector.extract.UnreadableContentException;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Steps;

/**
 * Writes rows as records, and counts for each item the records that have a value for it. A row that has none for any
 * stands beside the others: it is the subject's, too.
 */
final class RecordsVisitor implements Visitor {
    /** An account has a few; each is looked for in each text. */
    private static final int MOST_SECRETS = 1000;

    private final Reading reading;
    private final RecordWriter writer;
    private final List<ItemId> whole;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> unwanted;
    private final LeftAsides leftAsides;
    private final Collection<String> secrets;
    private final KeptUntil keptUntil;
    private final Map<ItemId, Long> found = new HashMap<>();

    private record Column(FieldDefinition field, Optional<ItemId> item, Redaction redaction) {}

    /** @param secrets those that were read so far in this run, and are never told */
    RecordsVisitor(
            Reading reading, Portion portion, RecordWriter writer, LeftAsides leftAsides, Collection<String> secrets) {
        this.reading = reading;
        this.writer = writer;
        this.whole = portion.whole();
        this.leftAsides = leftAsides;
        this.secrets = secrets;
        this.unwanted = portion.unwanted();
        this.keptUntil = KeptUntil.of(portion.collection());
        for (FieldDefinition field : portion.fields()) {
            columns.add(new Column(field, field.item().map(portion::item), new Redaction(field.redact())));
        }
    }

    Map<ItemId, Long> found() {
        return found;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        reading.check();
        Map<String, Object> values = new LinkedHashMap<>();
        Set<ItemId> items = new LinkedHashSet<>();
        items.addAll(whole);
        for (Column column : columns) {
            Optional<Object> value = row.value(column.field.from());
            if (holds(value)) {
                values.put(
                        column.field.name(), isOfAnother(column.field, row) ? ofAnother() : told(column, value.get()));
                column.item.ifPresent(items::add);
            }
        }
        // a row whose items are those that nobody asked for says nothing
        if (!items.isEmpty() || !values.isEmpty() && !holdsUnwanted(row)) {
            keptUntil.lastDay(row).ifPresent(day -> values.put(CollectionHead.KEPT_UNTIL, day));
            write(values);
            items.forEach(item -> found.merge(item, 1L, Long::sum));
        }
    }

    /** Whether a field's value may be another person's. */
    static boolean isOfAnother(FieldDefinition field, Row row) throws ConnectorException {
        return field.ofAnother().isPresent()
                && row.value(field.ofAnother().get()).filter(FieldValue::isNo).isEmpty();
    }

    private String ofAnother() {
        leftAsides.other();
        return Redaction.BLACK;
    }

    /** Whether a value says something. */
    static boolean holds(Optional<Object> value) {
        return value.isPresent() && !(value.get() instanceof String text && text.isBlank());
    }

    private boolean holdsUnwanted(Row row) throws ConnectorException {
        for (String from : unwanted) {
            if (holds(row.value(from))) {
                return true;
            }
        }
        return false;
    }

    private Object told(Column column, Object value) throws ConnectorException {
        if (column.field.secret()) {
            if (secrets.size() < MOST_SECRETS) {
                secrets.add(value.toString());
            }
            return Boolean.TRUE;
        }
        if (column.field.redact().isEmpty()) {
            return value;
        }
        Optional<String> redacted = redacted(column, value.toString());
        if (redacted.isEmpty()) {
            leftAsides.blackened();
        }
        return redacted.orElse(Redaction.BLACK);
    }

    private Optional<String> redacted(Column column, String text) throws ConnectorException {
        try {
            return column.redaction.of(text, secrets);
        } catch (Steps.Exhausted | StackOverflowError e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The expressions by which the field " + column.field.name()
                            + " is redacted backtrack without end: make their quantifiers possessive, or more exact",
                    e);
        }
    }

    private void write(Map<String, Object> values) throws ConnectorException {
        try {
            reading.write(() -> writer.write(values));
        } catch (UnreadableContentException e) {
            throw new WriteFailure(e);
        }
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        throw new ConnectorException(FaultKind.MISCONFIGURED, "A collection of records was answered with files");
    }

    @Override
    public void lookedThrough() {
        leftAsides.lookedThrough();
    }

    @Override
    public void leftAside(LeftAside reason) {
        leftAsides.add(reason);
    }
}
