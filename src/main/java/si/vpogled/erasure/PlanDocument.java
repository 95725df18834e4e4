package si.vpogled.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import si.vpogled.storage.seal.Sha256;

/**
 * A plan in its one form: JSON whose keys are in order, without space, of texts, whole numbers, lists and maps of these
 * (RFC 8785). What is approved is the hash of exactly this text.
 */
record PlanDocument(String text) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    static PlanDocument of(Plan plan) {
        try {
            // by way of maps, since only their entries are put in order at every depth
            return new PlanDocument(JSON.writeValueAsString(JSON.convertValue(plan, MAP)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan can be written as JSON", e);
        }
    }

    Plan plan() {
        try {
            return JSON.readValue(text, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan that was kept can be read", e);
        }
    }

    /** SHA-256 of the UTF-8, in 64 hexadecimal digits. */
    String hash() {
        return Sha256.hex(text);
    }
}
