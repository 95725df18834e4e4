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
    private boolean more;

    /**
     * Reads up to the first record.
     *
     * @param handedOut whether a field of this item may be seen
     */
    public CollectionReader(InputStream stream, Predicate<ItemId> handedOut) throws IOException {
        parser = BundleJson.MAPPER.getFactory().createParser(stream);
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
        for (Iterator<JsonNode> fields = head.path("fields").elements(); fields.hasNext(); ) {
            JsonNode field = fields.next();
            if (field.hasNonNull("item")
                    && !handedOut.test(ItemId.parse(field.get("item").asText()))) {
                leftOut.add(field.path("name").asText());
                fields.remove();
            } else {
                kept.add(field.path("name").asText());
            }
        }
    }

    public CollectionHead head() throws IOException {
        return BundleJson.MAPPER.treeToValue(head, CollectionHead.class);
    }

    /** The head as it is to stand in the bundle, {@code $schema} included. */
    public ObjectNode rawHead() {
        return head;
    }

    /** Names of the fields that are not handed out. */
    public Set<String> leftOut() {
        return Set.copyOf(leftOut);
    }

    /** The next record; empty at the end. */
    public Optional<ObjectNode> next() throws IOException {
        if (!more || parser.nextToken() != JsonToken.START_OBJECT) {
            more = false;
            return Optional.empty();
        }
        ObjectNode record = parser.readValueAsTree();
        record.retain(kept);
        return Optional.of(record);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
