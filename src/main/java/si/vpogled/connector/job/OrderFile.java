package si.vpogled.connector.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.yaml.YamlSchema;

/** Orders as files: believed only after their schema was asked. */
public final class OrderFile {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private static final int MAX_BYTES = 4 << 20;
    private static final int SHOWN = 10;

    private OrderFile() {}

    /** As a job finds it. */
    public static String write(Order order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be written as JSON", e);
        }
    }

    static Order read(Path file) throws ConnectorException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused("it is larger than " + MAX_BYTES + " bytes");
            }
            return read(JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw refused("it is not JSON" + line);
        } catch (IOException e) {
            throw refused("it cannot be read");
        }
    }

    private static Order read(JsonNode tree) throws ConnectorException, JsonProcessingException {
        List<String> problems = YamlSchema.of("/schema/order.schema.json").problems(tree);
        if (!problems.isEmpty()) {
            throw refused(String.join("; ", problems.stream().limit(SHOWN).toList()));
        }
        try {
            Order order = JSON.treeToValue(tree, Order.class);
            order.recipientKey();
            return order;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // what a schema cannot tell: a domain that no name can be, a key that is no point of the curve
            throw refused("an identifier or the recipient's key is not valid");
        }
    }

    private static ConnectorException refused(String why) {
        return new ConnectorException(FaultKind.MISCONFIGURED, "The order cannot be followed: " + why);
    }
}
