package si.vpogled.bundle.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import si.vpogled.connector.extract.CollectionHead;

/** Reads a collection's JSON: its head at once, then one record at a time, whatever its length. */
public final class CollectionReader implements AutoCloseable {
    private final JsonParser parser;
    private final ObjectNode head = BundleJson.MAPPER.createObjectNode();
    private boolean more;

    /** Reads up to the first record. */
    public CollectionReader(InputStream stream) throws IOException {
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
    }

    public CollectionHead head() throws IOException {
        return BundleJson.MAPPER.treeToValue(head, CollectionHead.class);
    }

    /** The head as it stands, {@code $schema} included. */
    public ObjectNode rawHead() {
        return head;
    }

    /** The next record; empty at the end. */
    public Optional<ObjectNode> next() throws IOException {
        if (!more || parser.nextToken() != JsonToken.START_OBJECT) {
            more = false;
            return Optional.empty();
        }
        JsonNode record = parser.readValueAsTree();
        return Optional.of((ObjectNode) record);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
