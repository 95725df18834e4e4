package si.vpogled.connector.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import si.vpogled.storage.seal.Spool;
import si.vpogled.storage.zip.EntryStream;

/**
 * Writes the records of one collection, as JSON, as CSV, and as vCard where asked for. Closing it without
 * {@link #complete} leaves the collection out of the extract; a collection without a record is left out too.
 */
public final class RecordWriter implements Closeable {
    private static final int IN_MEMORY = 4 << 20;
    private final RecordsDraft draft;
    private final ExtractWriter extract;
    private final EntryStream json;
    private final JsonGenerator generator;
    private final Spool tableSpool;
    private final TableWriter table;
    private final Optional<Contacts> contacts;
    private long records;
    private Optional<LocalDate> keptUntil = Optional.empty();
    private boolean closed;

    private record Contacts(Spool spool, ContactWriter writer) {}

    RecordWriter(RecordsDraft draft, ExtractWriter extract) throws IOException {
        this.draft = draft;
        this.extract = extract;
        json = extract.begin(draft.entry(".json", Entry.Kind.RECORDS, "application/json"), this::tail);
        generator = ExtractFormat.generator(observed(json));
        tableSpool = new Spool(extract.scratch(), IN_MEMORY);
        table = new TableWriter(draft.head().fields(), observed(tableSpool.stream()));
        contacts = draft.contacts().isEmpty() ? Optional.empty() : Optional.of(contacts());
        try {
            writeHead();
        } catch (IOException e) {
            // the run stopped just now; an entry left open would block those that follow
            close();
            throw e;
        }
    }

    private Contacts contacts() {
        Spool spool = new Spool(extract.scratch(), IN_MEMORY);
        return new Contacts(spool, new ContactWriter(draft.contacts(), observed(spool.stream())));
    }

    private OutputStream observed(OutputStream out) {
        return new ObservedStream(out, extract.progress());
    }

    private void writeHead() throws IOException {
        CollectionHead head = draft.head();
        generator.writeStartObject();
        generator.writeStringField("$schema", "../../schemas/collection.schema.json");
        generator.writeStringField("collection", head.collection());
        generator.writePOJOField("title", head.title());
        generator.writeStringField("connector", head.connector());
        generator.writeStringField("service", head.service());
        generator.writeStringField("row", head.row());
        if (head.retention().isPresent()) {
            generator.writePOJOField("retention", head.retention().get());
        }
        generator.writePOJOField("fields", head.fields());
        generator.writeArrayFieldStart("records");
    }

    /**
     * @param values by the fields' names; what has no value is left out. Kinds of value as
     *     {@link si.vpogled.connector.Visitor.Row#value} gives them
     */
    public void write(Map<String, ?> values) throws IOException {
        Map<String, Object> written = new LinkedHashMap<>();
        for (CollectionHead.Field field : draft.head().fields()) {
            Object value = values.get(field.name());
            if (value != null) {
                written.put(field.name(), field.secret() ? Boolean.TRUE : FieldValue.of(field.type(), value));
            }
        }
        writeJson(written);
        table.write(written);
        if (contacts.isPresent()) {
            contacts.get().writer().write(written);
        }
        if (values.get(CollectionHead.KEPT_UNTIL) instanceof LocalDate day
                && keptUntil.stream().noneMatch(day::isBefore)) {
            keptUntil = Optional.of(day);
        }
        records++;
        extract.progress().add(1, 0);
    }

    private void writeJson(Map<String, Object> values) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, Object> field : values.entrySet()) {
            generator.writeFieldName(field.getKey());
            switch (field.getValue()) {
                case Boolean truth -> generator.writeBoolean(truth);
                case BigInteger number -> generator.writeNumber(number);
                case Object text -> generator.writeString(text.toString());
            }
        }
        generator.writeEndObject();
    }

    private Tail tail() {
        return new Tail(records, keptUntil);
    }

    /** Records written so far. */
    public long records() {
        return records;
    }

    /** Ends the collection: it stands in the extract. */
    public void complete() throws IOException {
        if (records > 0) {
            generator.writeEndArray();
            generator.writeEndObject();
            generator.close();
            json.close();
            table.close();
            copy(tableSpool, ".csv", Entry.Kind.TABLE, "text/csv; charset=utf-8");
            if (contacts.isPresent()) {
                contacts.get().writer().close();
                copy(contacts.get().spool(), ".vcf", Entry.Kind.CONTACTS, "text/vcard; charset=utf-8");
            }
        }
        close();
    }

    private void copy(Spool spool, String ending, Entry.Kind kind, String mediaType) throws IOException {
        try (InputStream in = spool.read();
                EntryStream to = extract.begin(draft.entry(ending, kind, mediaType), this::tail)) {
            to.transferFrom(in);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        json.abandon();
        tableSpool.close();
        if (contacts.isPresent()) {
            contacts.get().spool().close();
        }
    }
}
