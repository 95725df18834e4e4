package si.vpogled.bundle.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import si.vpogled.bundle.bag.BagWriter;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.Entry;

/** Carries the extracts' contents into the bag: as they are, or anew without the fields that are left out. */
public final class CopyContents {
    private final OpenExtracts extracts;
    private final BagWriter bag;
    /** The records beside each table, by name without ending. */
    private final Map<String, Content> records;

    public CopyContents(OpenExtracts extracts, BagWriter bag) {
        this.extracts = extracts;
        this.bag = bag;
        this.records = extracts.contents().stream()
                .filter(content -> content.source().entry().kind() == Entry.Kind.RECORDS)
                .collect(Collectors.toMap(CopyContents::base, content -> content, (first, second) -> first));
    }

    /**
     * @throws UnreadableExtractException where an extract is damaged
     * @throws IOException where two connectors bring a file of the same name
     */
    public void run() throws IOException {
        for (Content content : extracts.contents()) {
            Entry entry = content.source().entry();
            if (bag.has(entry.name())) {
                throw new IOException(
                        "Two connectors bring a collection of one name to the same cell: " + entry.collection());
            }
            switch (content.treatment()) {
                case COPY -> bag.copy(content.source());
                case REDACT -> redact(content);
                case LEAVE_OUT -> {}
            }
        }
    }

    private void redact(Content content) throws IOException {
        Entry entry = content.source().entry();
        Content json = records.get(base(content));
        try (CollectionReader reader = json.records(extracts.scope());
                OutputStream out = bag.payload(entry.name(), entry.mediaType())) {
            switch (entry.kind()) {
                case RECORDS -> Redaction.records(reader, out);
                case TABLE -> {
                    if (reader.cut().isNothing()) {
                        redactTable(content, reader, out);
                    } else {
                        Redaction.table(reader, out);
                    }
                }
                case CONTACTS -> redactContacts(content, json, reader.cut(), out);
                case FILE, MAIL, RDAP -> throw new IllegalStateException("A file is not written anew");
            }
        }
    }

    private static void redactContacts(Content content, Content json, Cut cut, OutputStream out) throws IOException {
        try (CollectionReader everything = json.everything();
                InputStream cards = content.open()) {
            new ContactCards(cards, out).without(cut, everything);
        } catch (MisfitException e) {
            throw content.damaged(e);
        }
    }

    /** Rows are read unchecked, and written checked. */
    private static void redactTable(Content content, CollectionReader reader, OutputStream out) throws IOException {
        try {
            Redaction.table(content.open(), reader.leftOut(), out);
        } catch (UncheckedIOException e) {
            throw content.damaged(e.getCause());
        }
    }

    private static String base(Content content) {
        return content.source().entry().nameWithoutEnding();
    }
}
