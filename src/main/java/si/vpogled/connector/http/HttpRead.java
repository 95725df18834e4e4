package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;

/**
 * A read, as {@code transport-http-read.schema.json} has it.
 *
 * @param records where the array of records, or the one record, stands in an answer
 * @param absence what 404 and 410 mean
 */
record HttpRead(
        Target target,
        JsonPointer records,
        Paging paging,
        Optional<Detail> detail,
        Optional<FileRead> file,
        Absence absence) {

    /** What an answer of 404 or 410 means. */
    enum Absence {
        NONE,
        FAULT;

        static Absence of(JsonNode node) {
            return node.path("not-found").asText("fault").equals("none") ? NONE : FAULT;
        }
    }

    /** Where a request goes. */
    record Target(Template path, Map<String, Template> query) {
        static Target of(JsonNode node) {
            Map<String, Template> query = new LinkedHashMap<>();
            node.path("query")
                    .properties()
                    .forEach(entry -> query.put(
                            entry.getKey(), new Template(entry.getValue().asText())));
            return new Target(new Template(node.path("path").asText()), query);
        }

        /** Path and query, ready to stand behind the base address. */
        String filled(Template.Values values) throws ConnectorException {
            StringBuilder filled = new StringBuilder(path.path(values));
            char separator = '?';
            for (Map.Entry<String, Template> parameter : query.entrySet()) {
                filled.append(separator)
                        .append(Addresses.encode(parameter.getKey()))
                        .append('=')
                        .append(parameter.getValue().query(values));
                separator = '&';
            }
            return filled.toString();
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(path), query.values().stream()).flatMap(Template::names);
        }
    }

    /** A call for each record, whose object completes the record. */
    record Detail(Target target, JsonPointer record, Absence absence) {
        static Detail of(JsonNode node) {
            return new Detail(Target.of(node), pointer(node.path("record").asText("")), Absence.of(node));
        }
    }

    /**
     * A download for each record.
     *
     * @param url where the address stands in the record; else {@code target}
     * @param mediaType of every file, or a JSON Pointer into the record; else what the answer says
     */
    record FileRead(
            Optional<JsonPointer> url, Target target, Template name, Optional<String> mediaType, Absence absence) {
        static FileRead of(JsonNode node) {
            return new FileRead(
                    Optional.ofNullable(node.path("url").textValue()).map(HttpRead::pointer),
                    Target.of(node),
                    new Template(node.path("name").asText()),
                    Optional.ofNullable(node.path("media-type").textValue()),
                    Absence.of(node));
        }
    }

    /** @throws IllegalArgumentException with the reason, where the read cannot be understood */
    static HttpRead of(ObjectNode read) {
        return new HttpRead(
                Target.of(read),
                pointer(read.path("records").asText("")),
                Paging.of(read.path("paging")),
                Optional.of(read.path("detail")).filter(JsonNode::isObject).map(Detail::of),
                Optional.of(read.path("file")).filter(JsonNode::isObject).map(FileRead::of),
                Absence.of(read));
    }

    static JsonPointer pointer(String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a JSON Pointer (RFC 6901): " + text, e);
        }
    }

    /** Whether some 404 of it means that nothing is held. */
    boolean believesAbsence() {
        return Stream.concat(
                        Stream.of(absence),
                        Stream.concat(
                                detail.stream().map(Detail::absence),
                                file.stream().map(FileRead::absence)))
                .anyMatch(Absence.NONE::equals);
    }

    /** Names that must be bound; pointers into a record are none of them. */
    Set<String> names() {
        Stream<String> inParts = Stream.concat(
                detail.stream().flatMap(part -> part.target().names()),
                file.stream()
                        .flatMap(part ->
                                Stream.concat(part.target().names(), part.name().names())));
        return Stream.concat(target.names(), inParts)
                .filter(name -> !name.startsWith("/"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
