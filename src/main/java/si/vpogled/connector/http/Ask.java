package si.vpogled.connector.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request, before credentials.
 *
 * @param label the request as the definition has it, for messages: nothing of the subject is in it
 * @param form the body of a POST
 */
record Ask(String method, URI uri, String label, Map<String, String> headers, Optional<String> form) {
    static Ask get(URI uri, String label) {
        return new Ask("GET", uri, "GET " + label, Map.of(), Optional.empty());
    }

    static Ask head(URI uri, String label) {
        return new Ask("HEAD", uri, "HEAD " + label, Map.of(), Optional.empty());
    }

    static Ask options(URI uri, String label) {
        return new Ask("OPTIONS", uri, "OPTIONS " + label, Map.of(), Optional.empty());
    }

    static Ask post(URI uri, String label, String form) {
        return new Ask("POST", uri, "POST " + label, Map.of(), Optional.of(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    Ask header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(method, uri, label, Map.copyOf(more), form);
    }

    Ask at(URI other) {
        return new Ask(method, other, label, headers, form);
    }
}
