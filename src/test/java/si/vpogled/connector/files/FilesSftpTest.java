package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.context;
import static si.vpogled.connector.files.Reads.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.SftpServer;

@Tag("slow")
class FilesSftpTest implements FindsRoots, ReadsTrees, FollowsNoLinks, ReadsMail, ReadsLogs {
    @TempDir
    private Path folder;

    private SftpServer server;
    private FaultyProxy proxy;

    @BeforeEach
    void start() throws Exception {
        server = SftpServer.start(folder).user("vpogled", "geslo");
        proxy = FaultyProxy.to(server.port());
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        server.close();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Source source() throws ConnectorException {
        return source(settings(server.port()));
    }

    private Source source(ObjectNode settings) throws ConnectorException {
        return new FilesTransport().open(settings, context(Map.of("password", "geslo", "wrong", "narobe")));
    }

    private ObjectNode settings(int port) {
        ObjectNode settings =
                yaml("{host: 127.0.0.1, user: vpogled, password: {secret: password}, folder: /, connect-seconds: 30}");
        return settings.put("port", port).put("host-key", server.hostKey());
    }

    private FaultKind kind(ObjectNode settings) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> source(settings).close())
                .actual()
                .kind();
    }

    private byte[] large() throws Exception {
        byte[] large = "0123456789abcdef".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
        write("home/ana/large", large);
        return large;
    }

    @Test
    void believesAHostKeyByItsFingerprintOrALineOfKnownHosts() throws Exception {
        source(settings(server.port()).put("host-key", server.fingerprint())).close();
        source(settings(server.port())
                        .put(
                                "host-key",
                                "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\nother.si ssh-rsa AAAA"))
                .close();
    }

    @Test
    void refusesAHostWithAnotherKey() throws Exception {
        try (SftpServer other = SftpServer.start(folder)) {
            assertThat(kind(settings(server.port()).put("host-key", other.hostKey())))
                    .isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(kind(settings(server.port()).put("host-key", other.fingerprint())))
                    .isEqualTo(FaultKind.MISCONFIGURED);
        }
    }

    @Test
    void refusesSettingsThatNameNoKeyOfThisHost() {
        assertThat(kind(settings(server.port()).put("host-key", "other.example " + server.hostKey())))
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void findsWrongCredentialsMisconfigured() {
        ObjectNode settings = settings(server.port());
        settings.withObject("/password").put("secret", "wrong");

        assertThat(kind(settings)).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 3072", "ecdsa-sha2-nistp384, 384"})
    void signsInWithAPrivateKey(String type, int size) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(type, size);
        server.user("kljuc", key.getPublic());
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword("fraza");
        encryption.setCipherType("256");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "", encryption, text);
        ObjectNode settings = yaml("{host: 127.0.0.1, user: kljuc, key: {secret: key}, passphrase: {secret: phrase}}");
        settings.put("port", server.port()).put("host-key", server.hostKey());

        new FilesTransport()
                .open(
                        settings,
                        context(Map.of(
                                "key", text.toString(StandardCharsets.US_ASCII).strip(), "phrase", "fraza")))
                .close();

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> new FilesTransport()
                        .open(
                                settings,
                                context(Map.of("key", text.toString(StandardCharsets.US_ASCII), "phrase", "x"))))
                .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
    }

    @Test
    void findsAServerThatIsAwayUnavailable() {
        int port = server.port();
        ObjectNode settings = settings(port);
        server.close();

        assertThat(kind(settings)).isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void findsAServerThatSaysNothingUnavailable() {
        proxy.conduct(new FaultyProxy.Conduct.Silence());

        assertThat(kind(settings(proxy.port()).put("connect-seconds", 1))).isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void findsAServerThatSpeaksNonsenseADefect() {
        proxy.conduct(new FaultyProxy.Conduct.Garbage(0));

        assertThat(kind(settings(proxy.port()).put("connect-seconds", 3))).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    void goesOnWithinAFileWhereTheConnectionWasLost() throws Exception {
        byte[] large = large();
        write("home/ana/later", "later");
        // each connection carries three megabytes and breaks
        proxy.conduct(new FaultyProxy.Conduct.Cut(3_000_000));

        Seen seen = new Seen();
        try (Source source = source(settings(proxy.port()))) {
            source.read(yaml(TREE), account("ana"), seen);
        }

        assertThat(seen.files.get("large")).isEqualTo(new String(large, StandardCharsets.US_ASCII));
        assertThat(seen.files.get("later")).isEqualTo("later");
    }

    @Test
    void givesUpAfterSoManyLostConnections() throws Exception {
        large();
        proxy.conduct(new FaultyProxy.Conduct.Cut(1_000_000));

        try (Source source = source(settings(proxy.port()).put("reconnects", 2))) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.read(yaml(TREE), account("ana"), new Seen()))
                    .matches(e -> e.kind() == FaultKind.UNAVAILABLE);
        }
    }

    @Test
    void findsAServerThatFallsSilentUnavailable() throws Exception {
        large();

        try (Source source =
                source(settings(proxy.port()).put("silence-seconds", 1).put("reconnects", 0))) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.read(
                            yaml(TREE),
                            account("ana"),
                            new Seen().beforeContent(() -> proxy.conduct(new FaultyProxy.Conduct.Silence()))))
                    .matches(e -> e.kind() == FaultKind.UNAVAILABLE);
        }
    }

    @RepeatedTest(3)
    void endsAtOnceWhenTheRunIsInterruptedOrTheSourceClosed() throws Exception {
        large();
        for (boolean interrupt : List.of(true, false)) {
            proxy.conduct(new FaultyProxy.Conduct.Pass());
            Source source = source(settings(proxy.port()));
            CountDownLatch reading = new CountDownLatch(1);
            AtomicReference<Throwable> ended = new AtomicReference<>();
            Thread run = Thread.ofVirtual().start(() -> {
                try {
                    source.read(yaml(TREE), account("ana"), new Seen().beforeContent(() -> {
                                proxy.conduct(new FaultyProxy.Conduct.Silence());
                                reading.countDown();
                            }));
                } catch (ConnectorException | RuntimeException e) {
                    ended.set(e);
                }
            });
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            if (interrupt) {
                run.interrupt();
            } else {
                source.close();
            }
            assertThat(run.join(Duration.ofSeconds(30))).isTrue();
            assertThat(ended.get()).isInstanceOf(ConnectorException.class);
            source.close();
        }
    }
}
