package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.server.Folders;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.ObjectStoreContractTest;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.testing.NamesOfTests;
import si.vpogled.testing.S3Server;

/** The same promises by S3, against a real server. */
@Tag("slow")
class S3StoreTest {
    @TempDir
    static Path folder;

    private static S3Server byPath;
    private static S3Server byHost;

    @BeforeAll
    static void serve() {
        byPath = S3Server.start(folder.resolve("by-path"));
        byHost = S3Server.startForVirtualHosts(folder.resolve("by-host"));
    }

    @AfterAll
    static void end() {
        byPath.close();
        byHost.close();
    }

    private abstract static class OnTheServer extends ObjectStoreContractTest {
        private final S3Server server;
        private S3Store store;

        OnTheServer(S3Server server) {
            this.server = server;
        }

        @BeforeEach
        void open() throws StoreException {
            store = new S3Store(S3Settings.of(StoreSettings.of(settings())));
        }

        abstract Map<String, String> settings();

        @AfterEach
        void empty() throws IOException {
            server.empty();
        }

        @Override
        protected S3Store store() {
            return store;
        }

        @Override
        protected Set<String> kept() throws IOException {
            return server.kept();
        }

        @Override
        protected void seed(String prefix, int count) throws IOException {
            Path parent = Files.createDirectories(server.folder().resolve(prefix));
            for (int number = 0; number < count; number++) {
                Files.createFile(parent.resolve(Integer.toString(number)));
            }
        }

        @Override
        protected void takeAway() throws IOException {
            Folders.delete(server.folder());
        }
    }

    @Nested
    class PathStyle extends OnTheServer {
        PathStyle() {
            super(byPath);
        }

        @Override
        Map<String, String> settings() {
            return byPath.environment();
        }

        @Test
        void leftoversOfKilledUploadsGoAndRecentOnesStay() throws IOException {
            ObjectStore.Upload killed = store().create("requests/1/a");
            killed.stream().write(bytes(2 * PART));
            assertThat(kept()).isNotEmpty();

            store().removeLeftovers(Instant.now().minus(Duration.ofHours(1)));
            assertThat(kept()).isNotEmpty();

            store().removeLeftovers(Instant.now().plus(Duration.ofHours(1)));
            assertThat(kept()).isEmpty();
        }
    }

    @Nested
    class VirtualHost extends OnTheServer {
        VirtualHost() {
            super(byHost);
        }

        @Override
        Map<String, String> settings() {
            Map<String, String> settings = byHost.environment();
            settings.put("VPOGLED_STORE_S3_ADDRESSING", "virtual-host");
            settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://" + NamesOfTests.OURS + ":" + byHost.port());
            return settings;
        }
    }
}
