package si.vpogled.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.collection.ConnectorEnvironment;

/** The environment that {@link ServiceWorld} gives: the variables of a process under test cannot be set from inside. */
@Mock
@Singleton
class WorldEnvironment {
    @Produces
    @Singleton
    ConnectorEnvironment environment(@ConfigProperty(name = ServiceWorld.ENVIRONMENT, defaultValue = "{}") String json)
            throws JsonProcessingException {
        return new ConnectorEnvironment(
                new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}
