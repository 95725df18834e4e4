package si.vpogled.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.SchemaOf;
import si.vpogled.bundle.content.OpenExtracts;
import si.vpogled.connector.extract.Entry;

/** Every JSON file of a bundle that is not the customer's own, with its schema. */
final class JsonFiles {
    private static final List<String> SCHEMAS = List.of("collection", "completeness", "information", "jwks", "rdap");

    private JsonFiles() {}

    /** Names of the schemas that a bundle needs, without their ending. */
    static List<String> schemas(OpenExtracts extracts) {
        return extracts.manifests().isEmpty()
                ? SCHEMAS
                : Stream.concat(SCHEMAS.stream(), Stream.of("site")).toList();
    }

    static List<SchemaOf> of(OpenExtracts extracts) {
        Stream<SchemaOf> always = Stream.of(
                SchemaOf.of("../jwks.json", "jwks"),
                SchemaOf.of("completeness.json", "completeness"),
                SchemaOf.of("information.json", "information"));
        Stream<SchemaOf> found = Stream.concat(
                extracts.contents().stream()
                        .map(content -> content.source().entry())
                        .flatMap(entry -> schema(entry).stream()),
                extracts.manifests().stream().map(manifest -> SchemaOf.of(manifest.path(), "site")));
        return Stream.concat(always, found.sorted(Comparator.comparing(SchemaOf::file)))
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
