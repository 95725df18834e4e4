package si.vpogled.connector.rdap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** An RDAP domain object (RFC 9083, section 5.3), checked to be of the domain that was asked for. */
record RdapDomain(byte[] bytes, JsonNode tree) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static RdapDomain of(byte[] bytes, AskedDomain asked) throws ConnectorException {
        JsonNode tree = tree(bytes);
        if (!tree.path("objectClassName").asText().equals("domain")) {
            throw defect("The RDAP server answered with something else than a domain object (RFC 9083)");
        }
        String name = tree.path("ldhName").asText(tree.path("unicodeName").asText());
        if (!asked.is(name)) {
            throw defect("The RDAP server answered for another domain than was asked for");
        }
        return new RdapDomain(bytes, tree);
    }

    private static JsonNode tree(byte[] bytes) throws ConnectorException {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw defect("The RDAP server answered something that is not JSON");
        }
    }

    private static ConnectorException defect(String message) {
        return new ConnectorException(FaultKind.DEFECT, message + ": look at the registry's answers");
    }
}
