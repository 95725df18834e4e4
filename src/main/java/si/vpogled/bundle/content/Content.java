package si.vpogled.bundle.content;

import java.io.IOException;
import java.io.InputStream;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.ExtractEntry;

/**
 * An entry that goes into the bundle, as it is or without some fields.
 *
 * @param connector whose it is, and who is told of where it is damaged
 */
public record Content(String connector, ExtractEntry source, Scope.Treatment treatment) {
    String name() {
        return source.entry().name();
    }

    /** The plain bytes; reading throws an {@link UnreadableExtractException} where they are damaged. */
    InputStream open() throws IOException {
        try {
            return new NamedContent(this, source.content());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** The records, without the fields that are left out; reading throws as {@link #open} does. */
    CollectionReader records(Scope scope) throws IOException {
        return new CollectionReader(open(), scope::handsOut, scope.cut(source.entry()), this::damaged);
    }

    /** The records with all that they hold: for looking through them, never for the bundle. */
    CollectionReader everything() throws IOException {
        return new CollectionReader(open(), _ -> true, Cut.NOTHING, this::damaged);
    }

    UnreadableExtractException damaged(IOException cause) {
        return cause instanceof UnreadableExtractException named
                ? named
                : new UnreadableExtractException(connector, cause);
    }

    /** The collection's id within the bundle: service, row, name. */
    String collection() {
        String[] parts = name().split("/", 3);
        return parts[0] + "/" + parts[1] + "/" + source.entry().collection();
    }
}
