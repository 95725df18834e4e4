package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.grant.GrantFile;
import si.vpogled.storage.grant.GrantedUploads;
import si.vpogled.testing.NamesOfTests;
import si.vpogled.testing.S3Server;
import si.vpogled.yaml.YamlSchema;

/** What somebody can do who has a grant for one object of a bucket, and no right to it: write that, and nothing else. */
@Tag("slow")
class GrantTest {
    private static final int PART = 5 << 20;
    private static final String KEY = "requests/1/runs/a-1/extract";
    private static final Grant.Terms TERMS = new Grant.Terms(4L * PART, Duration.ofHours(1));

    @TempDir
    static Path folder;

    private static S3Server byPath;
    private static S3Server byHost;
    private static HttpClient http;

    @BeforeAll
    static void serve() {
        byPath = S3Server.start(folder.resolve("by-path"));
        byHost = S3Server.startForVirtualHosts(folder.resolve("by-host"));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void end() {
        http.close();
        byPath.close();
        byHost.close();
    }

    private abstract static class OnTheServer {
        private final S3Server server;
        private final Map<String, String> settings;
        private S3Store store;
        private Grant.Parts grant;

        OnTheServer(S3Server server, Map<String, String> settings) {
            this.server = server;
            this.settings = settings;
        }

        @BeforeEach
        void granted() throws IOException {
            store = new S3Store(S3Settings.of(StoreSettings.of(settings)));
            put("requests/2/runs/b-1/extract", "somebody else's");
            grant = (Grant.Parts) store.grant(KEY, TERMS);
        }

        @AfterEach
        void empty() throws IOException {
            server.empty();
        }

        private void put(String key, String content) throws IOException {
            try (ObjectStore.Upload upload = store.create(key)) {
                upload.stream().write(content.getBytes());
                upload.commit();
            }
        }

        private static void write(Grant grant, byte[] content) throws IOException {
            // it makes its way as a file
            Path file = Files.writeString(Files.createTempFile(folder, "grant", ".json"), GrantFile.write(grant));
            try (ObjectStore.Upload upload =
                    new GrantedUploads(GrantFile.read(file), InstantSource.system()).create("any")) {
                upload.stream().write(content);
                upload.stream().close();
                upload.commit();
            }
        }

        private byte[] read() throws IOException {
            try (InputStream in = Channels.newInputStream(store.open(KEY))) {
                return in.readAllBytes();
            }
        }

        private String first() {
            return url(grant, 1);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, PART, PART + 1, 3 * PART + 7})
        void anObjectOfAnyLengthIsWrittenWithoutAnyRightToTheStore(int length) throws IOException {
            byte[] content = bytes(length);
            assertThat(store.exists(KEY)).isFalse();

            write(grant, content);

            assertThat(Arrays.equals(read(), content)).isTrue();
        }

        @Test
        void whatIsNotCompletedIsNotThereAndGoesWithTheRest() throws IOException {
            try (ObjectStore.Upload upload = new GrantedUploads(grant, InstantSource.system()).create("any")) {
                upload.stream().write(bytes(2 * PART + 1));
            }
            assertThat(store.exists(KEY)).isFalse();
            assertThat(server.kept()).hasSizeGreaterThan(1);

            store.deleteAll("requests/1/");

            assertThat(server.kept()).containsExactly("requests/2/runs/b-1/extract");
            assertThatThrownBy(() -> write(grant, bytes(1)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE))
                    .hasMessageContaining("does not know the upload");
            assertThat(store.exists(KEY)).isFalse();
        }

        @Test
        void aProcessThatTakesAnothersPlaceBeginsAnew() throws IOException {
            try (ObjectStore.Upload killed = new GrantedUploads(grant, InstantSource.system()).create("any")) {
                killed.stream().write(bytes(3 * PART));
            }
            byte[] content = bytes(PART + 3);

            write(grant, content);

            assertThat(Arrays.equals(read(), content)).isTrue();
        }

        @Test
        void whatIsThereCannotBeReplaced() throws IOException {
            Grant second = store.grant(KEY, TERMS);
            write(grant, bytes(10));

            assertThatThrownBy(() -> write(grant, bytes(11))).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> write(second, bytes(12))).isInstanceOf(StoreException.class);

            assertThat(read()).isEqualTo(bytes(10));
        }

        @Test
        void nothingElseCanBeDone() throws Exception {
            String object = first().substring(0, first().indexOf('?'));
            String query = first().substring(first().indexOf('?'));
            String bucket = object.substring(0, object.length() - KEY.length());
            String other = bucket + "requests/2/runs/b-1/extract";

            for (String url : List.of(
                    // as nobody, and with what was granted
                    object, first(), other, other + query, bucket, bucket + query, bucket + query + "&list-type=2")) {
                refused("GET", url);
                refused("HEAD", url);
                refused("DELETE", url);
            }
            refused("PUT", object);
            refused("PUT", other);
            refused("PUT", other + query);
            refused("PUT", bucket + "requests/1/runs/a-2/extract" + query);
            refused("PUT", first().replace("partNumber=1", "partNumber=2"));
            refused("PUT", first().replace("partNumber=1&", ""));
            refused("PUT", first().replaceFirst("uploadId=[^&]+", "uploadId=another"));
            refused("PUT", first().replaceFirst("X-Amz-Expires=\\d+", "X-Amz-Expires=604800"));
            refused("POST", first());
            refused("POST", grant.complete().url().replace("a-1", "a-2"));
            refused("DELETE", grant.complete().url());
            refused("POST", bucket + "?delete");

            assertThat(store.exists(KEY)).isFalse();
            store.deleteAll("requests/1/");
            assertThat(server.kept()).containsExactly("requests/2/runs/b-1/extract");
        }

        private void refused(String method, String url) throws Exception {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method + " " + url).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("somebody else's");
        }

        @Test
        void itIsOverWhenItsTimeIs() throws IOException {
            Instant then = Instant.now().minus(Duration.ofHours(2));
            S3Settings used = S3Settings.of(StoreSettings.of(settings));
            Grant late = new GrantUpload(new Bucket(used), used, InstantSource.fixed(then)).of(KEY, TERMS);

            assertThatThrownBy(() -> write(late, bytes(1))).hasMessageContaining("was good until");
            assertThat(store.exists(KEY)).isFalse();
        }
    }

    @Nested
    class PathStyle extends OnTheServer {
        PathStyle() {
            super(byPath, byPath.environment());
        }
    }

    @Nested
    class VirtualHost extends OnTheServer {
        VirtualHost() {
            super(byHost, settings());
        }

        private static Map<String, String> settings() {
            Map<String, String> settings = byHost.environment();
            settings.put("VPOGLED_STORE_S3_ADDRESSING", "virtual-host");
            settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://" + NamesOfTests.OURS + ":" + byHost.port());
            return settings;
        }
    }

    @Test
    void theLongestThereIsFitsIntoASecretAndIsAsItsSchemaSays() throws IOException {
        Map<String, String> settings = byPath.environment();
        settings.put("VPOGLED_STORE_S3_PART_SIZE", "8M");
        S3Store store = new S3Store(S3Settings.of(StoreSettings.of(settings)));

        Grant grant = store.grant(KEY, new Grant.Terms(1_000_000_000_000L, Duration.ofDays(1)));

        String json = GrantFile.write(grant);
        assertThat(json).hasSizeLessThan(700_000);
        assertThat(YamlSchema.of("/schema/grant.schema.json")
                        .problems(JsonMapper.builder().build().readTree(json)))
                .isEmpty();
        assertThat(grant.toString()).doesNotContain("http", "Signature");
        store.deleteAll(KEY);
    }

    @Test
    void whatAWireDoesToItIsMendedOrToldAndNeverTakenForTheObject() throws IOException {
        try (UnreliableWire wire = UnreliableWire.to(byPath.port())) {
            Map<String, String> settings = byPath.environment();
            settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://127.0.0.1:" + wire.port());
            S3Store store = new S3Store(S3Settings.of(StoreSettings.of(settings)));
            byte[] content = bytes(2 * PART + 1);
            Grant mended = store.grant(KEY, TERMS);
            wire.spoil(
                    "PUT",
                    new UnreliableWire.Fault.SlowDown(),
                    new UnreliableWire.Fault.CutRequest(PART / 2),
                    new UnreliableWire.Fault.CutAnswer(1),
                    new UnreliableWire.Fault.FlipRequest(PART - 1));
            wire.spoil("POST", new UnreliableWire.Fault.SlowDown());

            OnTheServer.write(mended, content);

            try (InputStream in = Channels.newInputStream(store.open(KEY))) {
                assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
            }
            store.deleteAll(KEY);
            Grant lost = store.grant(KEY, TERMS);
            UnreliableWire.Fault[] always = new UnreliableWire.Fault[30];
            Arrays.fill(always, new UnreliableWire.Fault.FlipRequest(7));
            wire.spoil("PUT", always);
            assertThatThrownBy(() -> OnTheServer.write(lost, bytes(10)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("other bytes")
                    .hasMessageNotContaining("Signature");
            assertThat(store.exists(KEY)).isFalse();
            store.deleteAll(KEY);
        }
        assertThat(byPath.kept()).isEmpty();
    }

    @Test
    void aStoreThatCannotWriteWhereNothingIsAloneIsTheOperatorsToMend() throws IOException {
        try (UnreliableWire wire = UnreliableWire.to(byPath.port())) {
            Map<String, String> settings = byPath.environment();
            settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://127.0.0.1:" + wire.port());
            S3Store store = new S3Store(S3Settings.of(StoreSettings.of(settings)));
            Grant grant = store.grant(KEY, TERMS);
            int before = wire.heads("POST").size();
            wire.spoil("POST", new UnreliableWire.Fault.NotImplemented(), new UnreliableWire.Fault.NotImplemented());

            assertThatThrownBy(() -> OnTheServer.write(grant, bytes(10)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            told -> assertThat(told.kind()).isEqualTo(StoreException.Kind.MISCONFIGURED))
                    .hasMessageContaining("If-None-Match");
            assertThat(wire.heads("POST")).as("asked once").hasSize(before + 1);
            store.deleteAll(KEY);
        }
    }

    private static String url(Grant.Parts grant, int part) {
        return grant.part()
                .url()
                .replace("{part}", Integer.toString(part))
                .replace("{signature}", grant.groups().getFirst().signatures().get(part - 1));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
