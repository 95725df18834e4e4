package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor.Row;

/**
 * A record, its values by JSON Pointer. Whole numbers are Long where they fit, other numbers BigDecimal; an array of
 * texts and numbers is one text with commas, any other structure its JSON.
 */
public record RecordRow(JsonNode record) implements Row {
    @Override
    public Optional<Object> value(String from) throws ConnectorException {
        try {
            return value(record.at(HttpRead.pointer(from)));
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(FaultKind.MISCONFIGURED, e.getMessage() + "; correct the field's from", e);
        }
    }

    private static Optional<Object> value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Optional.of(node.textValue());
            case BOOLEAN -> Optional.of(node.booleanValue());
            case NUMBER ->
                Optional.of(
                        node.isIntegralNumber() && node.canConvertToLong()
                                ? (Object) node.longValue()
                                : node.decimalValue());
            case ARRAY -> node.isEmpty() ? Optional.empty() : Optional.of(list(node));
            case OBJECT -> Optional.of(Json.text(node));
            case NULL, MISSING, BINARY, POJO -> Optional.empty();
        };
    }

    private static String list(JsonNode array) {
        boolean plain = StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isValueNode);
        return plain
                ? StreamSupport.stream(array.spliterator(), false)
                        .filter(node -> !node.isNull())
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : Json.text(array);
    }
}
