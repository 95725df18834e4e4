package si.vpogled.bundle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.SchemaOf;
import si.vpogled.bundle.content.Content;
import si.vpogled.connector.extract.Entry;

/** Every JSON file of a bundle that is not the customer's own, with its schema. */
final class JsonFiles {
    static final List<String> SCHEMAS = List.of("collection", "completeness", "information", "jwks", "rdap");

    private JsonFiles() {}

    static List<SchemaOf> of(List<Content> contents) {
        return Stream.concat(
                        Stream.of(
                                SchemaOf.of("../jwks.json", "jwks"),
                                SchemaOf.of("completeness.json", "completeness"),
                                SchemaOf.of("information.json", "information")),
                        contents.stream()
                                .map(content -> content.source().entry())
                                .flatMap(entry -> schema(entry).stream())
                                .sorted(java.util.Comparator.comparing(SchemaOf::file)))
                .toList();
    }

    private static Optional<SchemaOf> schema(Entry entry) {
        return switch (entry.kind()) {
            case RECORDS -> Optional.of(SchemaOf.of(entry.name(), "collection"));
            case RDAP -> Optional.of(SchemaOf.of(entry.name(), "rdap"));
            case TABLE, CONTACTS, FILE, MAIL -> Optional.empty();
        };
    }
}
