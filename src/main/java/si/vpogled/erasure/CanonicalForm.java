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

/**
 * JSON of one form only (RFC 8785): keys in order, without space, of texts, whole numbers, booleans, lists and maps of
 * these.
 */
final class CanonicalForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private CanonicalForm() {}

    static String write(Object content) {
        try {
            // by way of maps, since only their entries are put in order at every depth
            return JSON.writeValueAsString(JSON.convertValue(content, MAP));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan or certificate can be written as JSON", e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept as a " + type.getSimpleName() + " can be read", e);
        }
    }
}
