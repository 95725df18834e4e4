package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** JSON in answers: numbers exact, sizes bounded. */
final class Json {
    /** Largest record, in bytes. */
    static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private static final Set<String> ENCODINGS = Set.of("identity", "gzip", "x-gzip", "");

    // the stream below the parser is what ends a record that is too large
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(2 * LARGEST_RECORD)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static Ask accepting(Ask ask) {
        return ask.header("Accept", "application/json").header("Accept-Encoding", "gzip");
    }

    /** An answer's body, inflated; it fails where more is read at once than {@link Portions#next} allows. */
    static Portions body(Ask ask, Response response) throws IOException, ConnectorException {
        String type = response.mediaType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
            throw Faults.defect(ask, "answered something else than JSON");
        }
        if (!ENCODINGS.contains(response.encoding())) {
            throw Faults.defect(ask, "answered in a content encoding that was not asked for");
        }
        InputStream body = response.body();
        return new Portions(response.encoding().contains("gzip") ? new Inflation(body) : body);
    }

    static JsonParser parser(InputStream body) throws IOException {
        return MAPPER.createParser(body);
    }

    static byte[] bytes(JsonNode node) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(node);
    }

    static String text(JsonNode node) {
        return node.toString();
    }

    /** A bounded answer as a tree. */
    static JsonNode whole(Ask ask, Response response, int largest) throws IOException, ConnectorException {
        try (Portions body = body(ask, response);
                JsonParser parser = parser(body.next(largest))) {
            JsonNode tree = parser.nextToken() == null ? null : parser.readValueAsTree();
            if (tree == null || parser.nextToken() != null) {
                throw Faults.defect(ask, "answered with no JSON, or with more than one piece of it");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw nonsense(ask, response, e);
        } catch (Portions.TooLarge e) {
            throw tooLarge(ask);
        }
    }

    /**
     * The fault of an answer that cannot be parsed. The parser's own words quote the answer and stay out.
     *
     * @throws EOFException where the answer may have been cut off on its way
     */
    static ConnectorException nonsense(Ask ask, Response response, JsonProcessingException e) throws EOFException {
        if (e instanceof JsonEOFException && !response.delimited()) {
            throw new EOFException("body too short");
        }
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Faults.defect(ask, "answered something that is not JSON" + where);
    }

    static ConnectorException tooLarge(Ask ask) {
        return new ConnectorException(
                FaultKind.REFUSED,
                Faults.where(ask) + " gave a record or an answer larger than is accepted ("
                        + LARGEST_RECORD / 1024 / 1024 + " MiB a record); ask the backend for less at a time");
    }
}
