package si.vpogled.web.api.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples from {@code /openapi/<operation>.request.json} and {@code <operation>.response.json}; tests send the one and
 * hold the answers against the other.
 */
final class Examples {
    private static final String JSON = "application/json";
    private final ObjectMapper mapper = new ObjectMapper();

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                add(response.getContent(), operation.getOperationId() + ".response");
            }
        });
    }

    private void add(Content content, String name) {
        Optional.ofNullable(content.getMediaType(JSON))
                .ifPresent(json -> example(name).ifPresent(json::setExample));
    }

    private Optional<Object> example(String name) {
        try (InputStream in = Examples.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return in == null ? Optional.empty() : Optional.of(mapper.readValue(in, Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + name + " cannot be read", e);
        }
    }
}
