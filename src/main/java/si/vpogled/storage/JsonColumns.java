package si.vpogled.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/** JSON columns, written by a mapper of their own: what the database keeps does not change with what the API shows. */
@JsonFormat
@PersistenceUnitExtension
class JsonColumns extends AbstractJsonFormatMapper {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    protected <T> T fromString(CharSequence text, Type type) {
        try {
            return mapper.readValue(text.toString(), mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column does not hold a " + type.getTypeName(), e);
        }
    }

    @Override
    protected <T> String toString(T value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + type.getTypeName() + " cannot be written as JSON", e);
        }
    }
}
