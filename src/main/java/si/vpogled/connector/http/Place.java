package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an answer tells something about paging. In definitions a text: a JSON Pointer, or the name of a header. */
sealed interface Place {
    record InBody(JsonPointer pointer) implements Place {}

    record InHeader(String name) implements Place {}

    default Stream<JsonPointer> pointers() {
        return switch (this) {
            case InBody(JsonPointer pointer) -> Stream.of(pointer);
            case InHeader ignored -> Stream.empty();
        };
    }

    static Optional<Place> of(JsonNode node) {
        return Optional.ofNullable(node.textValue())
                .map(text -> text.startsWith("/") ? new InBody(HttpRead.pointer(text)) : new InHeader(text));
    }
}
