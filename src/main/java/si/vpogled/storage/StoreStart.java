package si.vpogled.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the store that configuration names; whoever forgot the store or the master key learns it at start. */
final class StoreStart {
    @Produces
    @Singleton
    ObjectStore store(
            @ConfigProperty(name = "vpogled.store.directory") Optional<String> directory, InstantSource clock) {
        String path = directory.orElseThrow(() -> new IllegalStateException(
                "vpogled.store.directory (VPOGLED_STORE_DIRECTORY) must name a folder for encrypted extracts and"
                        + " bundles, which all instances of the service share and only they can read"));
        try {
            return new DirectoryStore(Path.of(path), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of vpogled.store.directory cannot be used: " + path, e);
        }
    }

    void check(@Observes StartupEvent start, MasterKey masterKey, ObjectStore store) {}
}
