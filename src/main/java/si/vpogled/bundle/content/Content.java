package si.vpogled.bundle.content;

import si.vpogled.bundle.completeness.Scope;
import si.vpogled.connector.extract.ExtractEntry;

/** An entry that goes into the bundle, as it is or without some fields. */
public record Content(ExtractEntry source, Scope.Treatment treatment) {
    String name() {
        return source.entry().name();
    }

    /** The collection's id within the bundle: service, row, name. */
    String collection() {
        String[] parts = name().split("/", 3);
        return parts[0] + "/" + parts[1] + "/" + source.entry().collection();
    }
}
