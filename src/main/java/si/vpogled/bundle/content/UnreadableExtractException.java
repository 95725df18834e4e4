package si.vpogled.bundle.content;

import java.io.IOException;

/** An extract is missing from the store, is damaged or does not keep to the format: its connector is to be asked again. */
public final class UnreadableExtractException extends IOException {
    private final String connector;

    UnreadableExtractException(String connector, IOException cause) {
        super("The extract of " + connector + " cannot be read: " + cause.getMessage(), cause);
        this.connector = connector;
    }

    /** Whose extract. */
    public String connector() {
        return connector;
    }
}
