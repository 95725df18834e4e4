package si.vpogled.connector.job;

import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.storage.StoreException;

/** What the store has against a run, in its own words where it has any. */
public final class StoreFault {
    private StoreFault() {}

    public static ConnectorException of(Exception failure) {
        return StoreException.among(failure)
                .map(told -> new ConnectorException(kind(told), told.getMessage(), failure))
                .orElseGet(() -> new ConnectorException(
                        FaultKind.UNAVAILABLE,
                        "The extract could not be written to the store: is there room, and access?",
                        failure));
    }

    private static FaultKind kind(StoreException told) {
        return switch (told.kind()) {
            case MISCONFIGURED -> FaultKind.MISCONFIGURED;
            case UNAVAILABLE -> FaultKind.UNAVAILABLE;
        };
    }
}
