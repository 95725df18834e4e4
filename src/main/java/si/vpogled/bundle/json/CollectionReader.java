package si.vpogled.bundle.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.inventory.ItemId;

/**
 * Reads a collection's JSON: its head at once, then one record at a time, whatever its length. Fields of items that are
 * not handed out are not in what it gives.
 */
public final class CollectionReader implements AutoCloseable {
    private final JsonParser parser;
    private final ObjectNode head = BundleJson.MAPPER.createObjectNode();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final UnaryOperator<IOException> damaged;
    private final Cut cut;
    private boolean more;
    private long number;

    /**
     * Reads up to the first record.
     *
     * @param handedOut whether a field of this item may be seen
     * @param cut what is withheld of it besides
     * @param damaged what is thrown where the collection cannot be read
     */
    public CollectionReader(
            InputStream stream, Predicate<ItemId> handedOut, Cut cut, UnaryOperator<IOException> damaged)
            throws IOException {
        this.cut = cut;
        this.damaged = damaged;
        try {
            parser = BundleJson.MAPPER.getFactory().createParser(stream);
            readHead();
            leaveOut(handedOut);
        } catch (IOException e) {
            stream.close();
            throw damaged.apply(e);
        } catch (IllegalArgumentException e) {
            stream.close();
            throw damaged.apply(new IOException("A field of a collection names no item", e));
        }
    }

    private void readHead() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("A collection is a JSON object");
        }
        while (!more && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("records")) {
                more = true;
            } else {
                head.set(name, parser.readValueAsTree());
            }
        }
    }

    private void leaveOut(Predicate<ItemId> handedOut) {
        for (Iterator<JsonNode> fields = head.path("fields").elements(); fields.hasNext(); ) {
            JsonNode field = fields.next();
            String name = field.path("name").asText();
            boolean forbidden = field.hasNonNull("item")
                    && !handedOut.test(ItemId.parse(field.get("item").asText()));
            if (forbidden || cut.columns().containsKey(name)) {
                leftOut.add(name);
                fields.remove();
            } else {
                kept.add(name);
            }
        }
    }

    public CollectionHead head() throws IOException {
        try {
            return BundleJson.MAPPER.treeToValue(head, CollectionHead.class);
        } catch (IOException e) {
            throw damaged.apply(e);
        }
    }

    /** The head as it is to stand in the bundle, {@code $schema} included. */
    public ObjectNode rawHead() {
        return head;
    }

    /** Names of the fields that are not handed out. */
    public Set<String> leftOut() {
        return Set.copyOf(leftOut);
    }

    /** What is withheld of the records. */
    public Cut cut() {
        return cut;
    }

    /** The place of the record given last, counted from 1; those that are withheld count. */
    public long number() {
        return number;
    }

    /** Passes over records without looking into them. */
    public void skip(long records) throws IOException {
        try {
            while (more && number < records) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    number++;
                } else {
                    more = false;
                }
            }
        } catch (IOException e) {
            throw damaged.apply(e);
        }
    }

    /** The next record; empty at the end, up to which the stream is then read, since it is checked there. */
    public Optional<ObjectNode> next() throws IOException {
        try {
            while (more && parser.nextToken() == JsonToken.START_OBJECT) {
                number++;
                ObjectNode record = parser.readValueAsTree();
                if (cut.record(number).isEmpty()) {
                    record.retain(kept);
                    record.remove(cut.cells(number).keySet());
                    return Optional.of(record);
                }
            }
            if (more && parser.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("The records of a collection are JSON objects");
            }
            more = false;
            while (parser.nextToken() != null) {}
            return Optional.empty();
        } catch (IOException e) {
            throw damaged.apply(e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
