package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import si.vpogled.connector.ConnectorException;

/** Streams one page: hands on its records one by one and keeps what is told at a few other places. */
final class Page {
    private static final int LONGEST_TOLD = 8192;

    private final Ask ask;
    private final JsonPointer records;
    private final Set<JsonPointer> places;
    private final Sink sink;
    private final Map<JsonPointer, String> told = new HashMap<>();
    private boolean found;

    Page(Ask ask, JsonPointer records, Set<JsonPointer> places, Sink sink) {
        this.ask = ask;
        this.records = records;
        this.places = places;
        this.sink = sink;
    }

    /** Takes records. */
    interface Sink {
        void record(JsonNode record) throws ConnectorException;
    }

    /**
     * @return what is told at the places, without null, false and places that are not there
     * @throws IOException where the connection failed and another try may help
     */
    Map<JsonPointer, String> read(Response response) throws IOException, ConnectorException {
        try (Portions body = Json.body(ask, response);
                JsonParser parser = Json.parser(body)) {
            if (parser.nextToken() == null) {
                throw Faults.defect(ask, "answered with an empty body");
            }
            value(parser, body, JsonPointer.empty());
            if (parser.nextToken() != null) {
                throw Faults.defect(ask, "answered with more behind the end of its JSON");
            }
        } catch (JsonProcessingException e) {
            throw Json.nonsense(ask, response, e);
        } catch (Portions.TooLarge e) {
            throw Json.tooLarge(ask);
        }
        if (!found) {
            throw Faults.defect(ask, "answered JSON that has nothing at " + (records.matches() ? "its root" : records));
        }
        return told;
    }

    private void value(JsonParser parser, Portions body, JsonPointer here) throws IOException, ConnectorException {
        body.next(Json.LARGEST_RECORD);
        if (here.equals(records)) {
            found = true;
            records(parser, body);
        } else if (places.contains(here)) {
            tell(parser, here);
        } else if (!leads(here)) {
            skip(parser, body);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                JsonPointer below = here.appendProperty(parser.currentName());
                parser.nextToken();
                value(parser, body, below);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, body, here.appendIndex(i));
            }
        }
    }

    private void records(JsonParser parser, Portions body) throws IOException, ConnectorException {
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    body.next(Json.LARGEST_RECORD);
                    sink.record(parser.readValueAsTree());
                }
            }
            case START_OBJECT -> sink.record(parser.readValueAsTree());
            case VALUE_NULL -> {}
            default ->
                throw Faults.defect(ask, "answered JSON that has neither a record nor an array of them at its place");
        }
    }

    private void tell(JsonParser parser, JsonPointer here) throws IOException, ConnectorException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
            throw Faults.defect(ask, "answered JSON whose " + here + " is no text and no number");
        }
        if (token != JsonToken.VALUE_NULL && token != JsonToken.VALUE_FALSE) {
            String text = parser.getText();
            if (text.length() > LONGEST_TOLD) {
                throw Faults.defect(ask, "answered JSON whose " + here + " is longer than any address");
            }
            told.put(here, text);
        }
    }

    /** Whether something that is looked for stands below. */
    private boolean leads(JsonPointer here) {
        String prefix = here + "/";
        return records.toString().startsWith(prefix)
                || places.stream().anyMatch(place -> place.toString().startsWith(prefix));
    }

    private static void skip(JsonParser parser, Portions body) throws IOException {
        int depth = 0;
        do {
            body.next(Json.LARGEST_RECORD);
            if (parser.currentToken().isStructStart()) {
                depth++;
            } else if (parser.currentToken().isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && parser.nextToken() != null);
    }
}
