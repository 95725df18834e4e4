package si.vpogled.storage.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.s3.S3Settings;
import si.vpogled.storage.s3.S3Store;

/**
 * Opens the store that settings name: {@code vpogled.store.kind} says {@code directory} (which is understood) or {@code
 * s3}; {@code vpogled.store.directory} and {@code vpogled.store.s3.…} say the rest (see {@link S3Settings}).
 */
public final class OpenStore {
    private static final String KIND = "vpogled.store.kind";
    private static final String DIRECTORY = "vpogled.store.directory";

    private OpenStore() {}

    /** @throws StoreException naming the setting that is missing or cannot be */
    public static ObjectStore of(StoreSettings settings, InstantSource clock) throws StoreException {
        return switch (settings.find(KIND).orElse("directory")) {
            case "directory" -> directory(settings, clock);
            case "s3" -> new S3Store(S3Settings.of(settings));
            default -> throw StoreSettings.wrong(KIND, "be directory or s3");
        };
    }

    private static ObjectStore directory(StoreSettings settings, InstantSource clock) throws StoreException {
        String path = settings.required(
                DIRECTORY,
                "name a folder for encrypted extracts and bundles, which all instances of the service share and only they"
                        + " can read; or VPOGLED_STORE_KIND must be s3");
        try {
            return new DirectoryStore(Path.of(path), clock);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.MISCONFIGURED,
                    "The folder of " + StoreSettings.variable(DIRECTORY)
                            + " cannot be used: is it there, and writable? It says " + path,
                    e);
        }
    }
}
