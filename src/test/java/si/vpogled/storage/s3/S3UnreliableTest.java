package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.s3.UnreliableWire.Fault;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.SealException;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.testing.S3Server;

/** What a network between us and the store may do. */
@Tag("slow")
class S3UnreliableTest {
    private static final int PART = 5 << 20;
    /** More than anybody tries; the JDK has tries of its own. */
    private static final int TRIES = 30;

    @TempDir
    static Path folder;

    private static S3Server server;
    private UnreliableWire wire;
    private S3Store store;

    @BeforeAll
    static void serve() {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        wire = UnreliableWire.to(server.port());
        Map<String, String> settings = server.environment();
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://127.0.0.1:" + wire.port());
        store = new S3Store(S3Settings.of(StoreSettings.of(settings)));
    }

    @AfterEach
    void empty() throws IOException {
        wire.close();
        server.empty();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void put(byte[] content) throws IOException {
        try (ObjectStore.Upload upload = store.create("a")) {
            upload.stream().write(content);
            upload.commit();
        }
    }

    private byte[] read() throws IOException {
        try (InputStream in = Channels.newInputStream(store.open("a"))) {
            return in.readAllBytes();
        }
    }

    private static Fault[] always(Fault fault) {
        Fault[] faults = new Fault[TRIES];
        Arrays.fill(faults, fault);
        return faults;
    }

    /** What tries again and again would not change. */
    @Test
    void aStoreThatCannotWriteWhereNothingIsAloneIsTheOperatorsToMend() {
        wire.spoil("PUT", new Fault.NotImplemented(), new Fault.NotImplemented());

        assertThatThrownBy(() -> put(bytes(10)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        told -> assertThat(told.kind()).isEqualTo(StoreException.Kind.MISCONFIGURED))
                .hasMessageContaining("If-None-Match");
        assertThat(wire.heads("PUT")).as("asked once").hasSize(1);
    }

    @Test
    void aStoreThatAsksForPatienceAndConnectionsThatBreakAreTriedAgain() throws IOException {
        byte[] content = bytes(2 * PART + 1);
        wire.spoil("POST", new Fault.SlowDown());
        wire.spoil("PUT", new Fault.SlowDown(), new Fault.CutRequest(PART / 2), new Fault.CutAnswer(1));

        put(content);

        assertThat(wire.heads("PUT")).hasSize(3 + 3);
        assertThat(Arrays.equals(read(), content)).isTrue();
    }

    @Test
    void aByteThatChangesOnItsWayIsSentAgain() throws IOException {
        byte[] small = bytes(1_000);
        wire.spoil("PUT", new Fault.FlipRequest(500));
        put(small);
        assertThat(wire.heads("PUT")).hasSize(2);
        assertThat(read()).isEqualTo(small);

        store.deleteAll("a");
        byte[] large = bytes(PART + 1);
        wire.spoil("PUT", new Fault.None(), new Fault.FlipRequest(0));
        put(large);
        assertThat(wire.heads("PUT")).hasSize(2 + 3);
        assertThat(Arrays.equals(read(), large)).isTrue();
    }

    @Test
    void bytesThatChangeEachTimeAreNeverTakenForTheObject() throws IOException {
        wire.spoil("PUT", always(new Fault.FlipRequest(PART - 1)));

        assertThatThrownBy(() -> put(bytes(PART + 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("other bytes");

        assertThat(server.kept()).isEmpty();
    }

    @Test
    void anUploadWithALostPartCannotBeCommitted() throws IOException {
        try (ObjectStore.Upload upload = store.create("a")) {
            upload.stream().write(bytes(PART));
            wire.spoil("PUT", always(new Fault.CutRequest(1)));
            assertThatThrownBy(() -> upload.stream().write(1)).isInstanceOf(StoreException.class);

            assertThatThrownBy(upload::commit).hasMessageContaining("failed before");
        }

        assertThat(server.kept()).isEmpty();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsDoneOnce() throws IOException {
        byte[] large = bytes(PART + 1);
        // the first begins the upload
        wire.spoil("POST", new Fault.None(), new Fault.CutAnswer(1));
        put(large);
        assertThat(Arrays.equals(read(), large)).isTrue();

        store.deleteAll("a");
        wire.spoil("PUT", new Fault.CutAnswer(1));
        put(bytes(10));
        assertThat(read()).isEqualTo(bytes(10));
    }

    @Test
    void aCommitOfWhichNobodyKnowsWhetherItWasDoneLeavesNothing() throws IOException {
        try (ObjectStore.Upload upload = store.create("a")) {
            upload.stream().write(bytes(10));
            wire.spoil("PUT", always(new Fault.CutAnswer(1)));
            // before it, whether it is there; after it, whether it is ours
            wire.spoil("HEAD", new Fault.None());
            wire.spoil("HEAD", always(new Fault.CutAnswer(1)));

            assertThatThrownBy(upload::commit).isInstanceOf(StoreException.class);
            assertThat(server.kept()).as("it was").isNotEmpty();
            wire.mend();
        }

        assertThat(server.kept()).isEmpty();
    }

    @Test
    void whatSomebodyElsePutThereMeanwhileStays() throws IOException {
        try (ObjectStore.Upload upload = store.create("a")) {
            upload.stream().write(bytes(PART + 1));
            Files.writeString(server.folder().resolve("a"), "theirs");

            assertThatThrownBy(upload::commit).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(server.kept()).containsExactly("a");
        assertThat(read()).isEqualTo("theirs".getBytes());
    }

    @Test
    void readingGoesOnWhereItsConnectionWasCut() throws IOException {
        byte[] content = bytes(3 << 20);
        put(content);
        wire.spoil(
                "GET", new Fault.None(), new Fault.CutAnswer(50_000), new Fault.CutAnswer(2_000), new Fault.SlowDown());

        assertThat(Arrays.equals(read(), content)).isTrue();

        List<Long> starts = wire.heads("GET").stream()
                .map(head -> Long.parseLong(head.replaceFirst("(?s).*[Rr]ange: bytes=(\\d+)-.*", "$1")))
                .toList();
        assertThat(starts).isSorted();
        assertThat(starts.get(2)).as("not from its beginning").isGreaterThan(starts.get(1));
        assertThat(starts.stream().distinct().count()).isGreaterThanOrEqualTo(starts.size() - 2L);
    }

    @Test
    void aStoreThatAlwaysBreaksOffIsGivenUp() throws IOException {
        put(bytes(1_000));
        // too little for the head of an answer that is whole
        wire.spoil("GET", always(new Fault.CutAnswer(1)));

        assertThatThrownBy(this::read)
                .isInstanceOf(StoreException.class)
                .extracting(e -> ((StoreException) e).kind())
                .isEqualTo(StoreException.Kind.UNAVAILABLE);
    }

    @Test
    void aByteThatChangesWhileItIsReadBreaksTheSeal() throws IOException, JOSEException {
        OctetKeyPair pair = new OctetKeyPairGenerator(Curve.X25519).generate();
        byte[] context = {1};
        try (ObjectStore.Upload upload = store.create("a")) {
            try (OutputStream sealed = Seal.to(pair.toPublicJWK(), context, upload.stream())) {
                sealed.write(bytes(200_000));
            }
            upload.commit();
        }
        // head, end, and then from the beginning
        wire.spoil("GET", new Fault.None(), new Fault.None(), new Fault.FlipAnswer(20_000));

        assertThatThrownBy(() -> {
                    try (InputStream in = Channels.newInputStream(Unseal.open(pair, context, store.open("a")))) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(SealException.class);
    }
}
