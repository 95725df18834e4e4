package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.yaml.YamlSchema;

class OrderFileTest {
    static final String ORDER = """
            {"version": 1, "run": "6f1c1f0a-2a64-4b5e-9d3c-000000000001", "attempt": 1,
             "request": "6f1c1f0a-2a64-4b5e-9d3c-000000000002", "connector": "shop", "operation": "collect",
             "identifiers": [{"kind": "email", "value": "ana@example.test"}],
             "items": ["domains.legal-framework.name"], "language": "sl",
             "destination": "requests/r/runs/1-1.extract",
             "recipient": {"kty": "OKP", "crv": "X25519", "x": "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"},
             "limits": {"seconds": 60, "records": 1000, "bytes": 1000000}}
            """;

    private static final String ERASING =
            ORDER.replace("\"collect\"", "\"erase\"").replace("\"limits\"", """
                    "step": {"plan": "%s", "groups": [{"way": "erase", "records": 3,
                      "items": ["domains.legal-framework.name"],
                      "group": {"collection": "invoices", "service": "domains", "period": "2015",
                        "identifier": {"kind": "customer-number", "value": "1"}}}]},
                    "limits\"""".formatted("0".repeat(64)));

    @TempDir
    Path folder;

    @Test
    void anOrderIsRead() throws Exception {
        Order order = OrderFile.read(write(ORDER));

        assertThat(order.operation()).isEqualTo(Order.Operation.COLLECT);
        assertThat(order.items()).hasSize(1);
        assertThat(order.recipientKey().isPrivate()).isFalse();
    }

    @Test
    void anOrderToEraseIsReadWithThePlanThatItFollows() throws Exception {
        Order order = OrderFile.read(write(ERASING));

        assertThat(order.operation()).isEqualTo(Order.Operation.ERASE);
        assertThat(order.step()
                        .orElseThrow()
                        .groups()
                        .getFirst()
                        .group()
                        .period()
                        .text())
                .isEqualTo("2015");
        assertThat(OrderFile.read(write(OrderFile.write(order)))).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect", "find", "hold"})
    void onlyWhatFollowsAPlanHasOne(String operation) throws IOException {
        Path planned = write(ERASING.replace("\"operation\": \"erase\"", "\"operation\": \"" + operation + '"'));
        Path unplanned = write(ORDER.replace("\"collect\"", "\"verify\""));

        for (Path file : new Path[] {planned, unplanned}) {
            assertThat(catchThrowableOfType(ConnectorException.class, () -> OrderFile.read(file)))
                    .hasMessageContaining("step");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\" | [\"version\" | not JSON",
                "\"version\": 1, | \"version\": 2, | /version",
                "\"attempt\": 1, | \"attempt\": 1, \"attempt\": 2, | not JSON",
                "\"attempt\": 1, | \"attempt\": 1, \"shell\": \"rm\", | shell",
                "\"attempt\": 1, | \"attempt\": 1e99, | /attempt",
                "\"operation\": \"collect\" | \"operation\": \"erase-all\" | /operation",
                "\"kind\": \"email\" | \"kind\": \"name\" | /identifiers/0/kind",
                "ana@example.test | ana\\u0000@example.test | /identifiers/0/value",
                "ana@example.test | \\u0020 | /identifiers/0/value",
                "domains.legal-framework.name | domains/legal-framework | /items/0",
                "requests/r/runs/1-1.extract | ../../etc/passwd | /destination",
                "requests/r/runs/1-1.extract | requests//x | /destination",
                "\"crv\": \"X25519\" | \"crv\": \"X25519\", \"d\": \"c2VjcmV0\" | /recipient",
                "\"x\": \"hSDw | \"x\": \"h | /recipient/x",
                "\"seconds\": 60 | \"seconds\": -1 | /limits/seconds",
                "}} | }} {} | not JSON",
            })
    void whatIsNotAnOrderIsRefusedWithItsPlaceAndWithoutItsValues(String right, String wrong, String place)
            throws IOException {
        Path file = write(ORDER.replace(right, wrong));

        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> OrderFile.read(file));

        assertThat(refusal.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(refusal).hasMessageContaining(place);
        assertThat(refusal.getMessage()).doesNotContain("example.test", "c2VjcmV0");
    }

    /** Every value of it in turn away, of another type or at the edge of what is allowed; and something more in every object. */
    @Test
    void nothingThatTheSchemaRefusesIsTakenForAnOrder() throws IOException {
        JsonMapper mapper = new JsonMapper();
        YamlSchema schema = YamlSchema.of("/schema/order.schema.json");
        List<JsonNode> variants = new ArrayList<>(variants(mapper.readTree(ORDER)));
        variants.addAll(variants(mapper.readTree(ERASING)));
        List<String> taken = new ArrayList<>();
        for (JsonNode variant : variants) {
            try {
                OrderTree.order(JsonTree.read(mapper.writeValueAsBytes(variant)));
                taken.add(variant.toString());
                assertThat(schema.problems(variant)).as(variant.toString()).isEmpty();
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
        assertThat(taken).as("of %s variants", variants.size()).hasSizeBetween(20, variants.size() / 2);
    }

    private static List<JsonNode> variants(JsonNode order) {
        List<JsonNode> variants = new ArrayList<>();
        for (JsonPointer place : places(order)) {
            for (Consumer<ObjectNode> change : changes(order, place)) {
                ObjectNode variant = order.deepCopy();
                change.accept(variant);
                variants.add(variant);
            }
        }
        return variants;
    }

    private static List<JsonPointer> places(JsonNode tree) {
        List<JsonPointer> places = new ArrayList<>();
        tree.propertyStream().forEach(member -> {
            places.add(JsonPointer.empty().appendProperty(member.getKey()));
            places(member.getValue())
                    .forEach(below -> places.add(
                            JsonPointer.empty().appendProperty(member.getKey()).append(below)));
        });
        for (int i = 0; tree.isArray() && i < tree.size(); i++) {
            JsonPointer element = JsonPointer.empty().appendIndex(i);
            places.add(element);
            places(tree.get(i)).forEach(below -> places.add(element.append(below)));
        }
        return places;
    }

    private static List<Consumer<ObjectNode>> changes(JsonNode order, JsonPointer place) {
        JsonNode value = order.at(place);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> others = new ArrayList<>(List.of(
                nodes.nullNode(), nodes.booleanNode(true), nodes.arrayNode(), nodes.objectNode(), nodes.textNode("")));
        Stream.of(-1L, 0L, 1L, 2L, 86_400L, 86_401L, 1_000_000L, 1_000_001L, Long.MAX_VALUE)
                .map(nodes::numberNode)
                .forEach(others::add);
        others.add(nodes.numberNode(new BigInteger("9".repeat(30))));
        others.add(nodes.numberNode(1.5));
        String text = value.asText();
        Stream.of(" ", "\u00A0", "\u2003", "\t", "\n", "A", "a/b", "a..b", "é", "😀")
                .flatMap(part -> Stream.of(part, text + part, part + text))
                .map(nodes::textNode)
                .forEach(others::add);
        Stream.of(20, 21, 43, 50, 51, 64, 65, 200, 201, 256, 257, 512, 513)
                .map(length -> nodes.textNode("a".repeat(length)))
                .forEach(others::add);
        Stream.of(text.toUpperCase(Locale.ROOT), "a.b.c", "a.b", "a.b.c.d", "a-.b.c", "test", "en", "domain")
                .map(nodes::textNode)
                .forEach(others::add);
        List<Consumer<ObjectNode>> changes = new ArrayList<>();
        others.forEach(other -> changes.add(variant -> set(variant, place, other)));
        changes.add(variant -> remove(variant, place));
        if (value.isObject()) {
            Stream.of("kid", "use", "alg", "d", "more").forEach(name -> {
                changes.add(variant -> ((ObjectNode) variant.at(place)).put(name, "x"));
                changes.add(variant -> ((ObjectNode) variant.at(place)).put(name, "x".repeat(201)));
                changes.add(variant -> ((ObjectNode) variant.at(place)).put(name, 1));
            });
        }
        if (value.isArray()) {
            changes.add(
                    variant -> ((ArrayNode) variant.at(place)).add(value.get(0).deepCopy()));
            changes.add(variant -> ((ArrayNode) variant.at(place)).add(1));
        }
        return changes;
    }

    private static void set(ObjectNode tree, JsonPointer place, JsonNode value) {
        switch (tree.at(place.head())) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
            default -> throw new AssertionError(place);
        }
    }

    private static void remove(ObjectNode tree, JsonPointer place) {
        switch (tree.at(place.head())) {
            case ObjectNode object -> object.remove(place.last().getMatchingProperty());
            case ArrayNode array -> array.remove(place.last().getMatchingIndex());
            default -> throw new AssertionError(place);
        }
    }

    @Test
    void anOversizedOrBottomlessOrderIsRefused() throws IOException {
        Path large = write(ORDER.replace("ana@", "a".repeat(5 << 20)));
        Path deep = write("[".repeat(1_000_000));
        Path nothing = folder.resolve("nothing.json");

        for (Path file : new Path[] {large, deep, nothing, folder}) {
            assertThat(catchThrowableOfType(ConnectorException.class, () -> OrderFile.read(file)))
                    .hasMessageStartingWith("The order cannot be followed");
        }
    }

    private Path write(String json) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "order", ".json"), json);
    }
}
