package si.vpogled.connector.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.yaml.YamlSchema;

/** Orders as files: believed only where they are as their schema says. */
public final class OrderFile {
    private static final int MAX_BYTES = 4 << 20;
    private static final int SHOWN = 10;

    private OrderFile() {}

    /** As a job finds it. */
    public static String write(Order order) {
        try {
            return JobJson.MAPPER.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be written as JSON", e);
        }
    }

    static Order read(Path file) throws ConnectorException {
        return shaped(file).checked();
    }

    /** An order of the right shape; whether its key is one takes longer to see than all else. */
    record Shaped(JsonNode tree, Order order) {
        Order checked() throws ConnectorException {
            try {
                order.recipientKey();
                return order;
            } catch (IllegalArgumentException e) {
                throw refused(why(tree));
            }
        }
    }

    static Shaped shaped(Path file) throws ConnectorException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused("it is larger than " + MAX_BYTES + " bytes");
            }
            return shaped(JsonTree.read(bytes));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw refused("it is not JSON" + line);
        } catch (IOException e) {
            throw refused("it cannot be read");
        }
    }

    private static Shaped shaped(JsonNode tree) throws ConnectorException {
        try {
            return new Shaped(tree, OrderTree.order(tree));
        } catch (IllegalArgumentException e) {
            throw refused(why(tree));
        }
    }

    /** In the words of the schema, or what no schema can tell: a domain that no name can be, a key that is no point of the curve. */
    private static String why(JsonNode tree) {
        List<String> problems = YamlSchema.of("/schema/order.schema.json").problems(tree).stream()
                .limit(SHOWN)
                .toList();
        return problems.isEmpty() ? "an identifier or the recipient's key is not valid" : String.join("; ", problems);
    }

    private static ConnectorException refused(String why) {
        return new ConnectorException(FaultKind.MISCONFIGURED, "The order cannot be followed: " + why);
    }
}
