package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.http.HttpRead.Target;

/** A call that changes something, as {@code transport-http-erasure.schema.json} has it. */
record Call(String method, Target target, boolean absenceIsFault) {
    static Call of(ObjectNode means) {
        return new Call(
                means.path("method").asText(),
                Target.of(means),
                means.path("not-found").asText("done").equals("fault"));
    }

    /** Names that must be bound. */
    Set<String> names() {
        return target.names().filter(name -> !name.startsWith("/")).collect(Collectors.toUnmodifiableSet());
    }

    /** Places of the record that it names; none where it is one call for all. */
    Set<String> places() {
        return target.names().filter(name -> name.startsWith("/")).collect(Collectors.toUnmodifiableSet());
    }

    Ask ask(URI uri) {
        Optional<String> body = method.equals("DELETE") ? Optional.empty() : Optional.of("");
        return new Ask(method, uri, method + " " + target.path().text(), Map.of(), body);
    }
}
