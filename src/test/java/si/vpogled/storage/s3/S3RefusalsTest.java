package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.grant.GrantedUploads;
import si.vpogled.testing.S3Server;

/** A store that is set up wrongly says what to do. */
@Tag("slow")
class S3RefusalsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static S3Server server;
    private Map<String, String> settings;

    @BeforeAll
    static void serve() throws Exception {
        keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=store", "-ext", "SAN=ip:127.0.0.1");
        keytool("-exportcert", "-alias", "a", "-rfc", "-file", authority().toString());
        server = S3Server.startSecure(folder.resolve("objects"), folder.resolve("keys.p12"), PASSWORD);
    }

    private static Path authority() {
        return folder.resolve("ca.pem");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void right() {
        settings = server.environment();
    }

    private StoreException refused() {
        return catchThrowableOfType(
                StoreException.class, () -> new S3Store(S3Settings.of(StoreSettings.of(settings))).check());
    }

    private void misconfigured(String... said) {
        StoreException refused = refused();
        assertThat(refused.kind()).isEqualTo(StoreException.Kind.MISCONFIGURED);
        assertThat(refused).hasMessageContainingAll(said);
        assertThat(refused.getMessage()).doesNotContain(server.environment().get("VPOGLED_STORE_S3_SECRET_KEY"));
    }

    @Test
    void anUnknownAccessKey() {
        settings.put("VPOGLED_STORE_S3_ACCESS_KEY", "nobody");

        misconfigured("access key", "VPOGLED_STORE_S3_ACCESS_KEY", "http://127.0.0.1:" + server.port());
    }

    @Test
    void aWrongSecret() {
        settings.put("VPOGLED_STORE_S3_SECRET_KEY", "guessed");

        misconfigured("VPOGLED_STORE_S3_SECRET_KEY");
    }

    @Test
    void aBucketThatIsNotThere() {
        settings.put("VPOGLED_STORE_S3_BUCKET", "elsewhere");

        misconfigured("has no bucket elsewhere", "VPOGLED_STORE_S3_BUCKET");
    }

    @Test
    void nobodyThere() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://127.0.0.1:" + taken.getLocalPort());
        }

        assertThat(refused().kind()).isEqualTo(StoreException.Kind.UNAVAILABLE);
        assertThat(refused()).hasMessageContainingAll("does not answer", "VPOGLED_STORE_S3_ENDPOINT");
    }

    @Test
    void aNameThatNobodyHas() {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "http://nobody.invalid");

        assertThat(refused()).hasMessageContainingAll("name is unknown", "VPOGLED_STORE_S3_ENDPOINT");
    }

    @Test
    void aCertificateOfTheNamedAuthorityIsTrusted() throws IOException {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "https://127.0.0.1:" + server.securePort());
        settings.put("VPOGLED_STORE_S3_CA", authority().toString());
        S3Store store = new S3Store(S3Settings.of(StoreSettings.of(settings)));

        try (var upload = store.create("by-tls")) {
            upload.stream().write(new byte[6 << 20]);
            upload.commit();
        }
        try (var channel = store.open("by-tls")) {
            assertThat(channel.size()).isEqualTo(6 << 20);
        }
        store.deleteAll("by-tls");
        assertThat(store.exists("by-tls")).isFalse();
    }

    @Test
    void whoIsGrantedToWriteIsToldWhichAuthorityToTrust() throws IOException {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "https://127.0.0.1:" + server.securePort());
        settings.put("VPOGLED_STORE_S3_CA", authority().toString());
        S3Store store = new S3Store(S3Settings.of(StoreSettings.of(settings)));
        Grant.Parts grant = (Grant.Parts) store.grant("by-tls", new Grant.Terms(10, Duration.ofMinutes(1)));
        Grant.Parts untold =
                new Grant.Parts(1, grant.until(), grant.part(), grant.groups(), grant.complete(), Optional.empty());

        try (ObjectStore.Upload upload = new GrantedUploads(untold, InstantSource.system()).create("any")) {
            assertThatThrownBy(upload::commit)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("certificate", "VPOGLED_STORE_S3_CA");
        }
        try (ObjectStore.Upload upload = new GrantedUploads(grant, InstantSource.system()).create("any")) {
            upload.commit();
        }

        assertThat(store.exists("by-tls")).isTrue();
        store.deleteAll("by-tls");
    }

    @Test
    void aCertificateOfAnUnknownAuthority() {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "https://127.0.0.1:" + server.securePort());

        misconfigured("certificate", "VPOGLED_STORE_S3_CA");
    }

    @Test
    void aCertificateOfAnotherName() {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "https://localhost:" + server.securePort());
        settings.put("VPOGLED_STORE_S3_CA", authority().toString());

        misconfigured("certificate", "this name");
    }

    @Test
    void aFileWithoutCertificates() throws IOException {
        settings.put("VPOGLED_STORE_S3_CA", folder.resolve("none.pem").toString());
        misconfigured("VPOGLED_STORE_S3_CA", "none.pem");

        Files.writeString(folder.resolve("empty.pem"), "");
        settings.put("VPOGLED_STORE_S3_CA", folder.resolve("empty.pem").toString());
        misconfigured("VPOGLED_STORE_S3_CA", "empty.pem");
    }

    @Test
    void aServerWithoutTls() {
        settings.put("VPOGLED_STORE_S3_ENDPOINT", "https://127.0.0.1:" + server.port());

        assertThat(refused()).hasMessageContainingAll("TLS", "VPOGLED_STORE_S3_ENDPOINT");
    }

    @ParameterizedTest
    @CsvSource({
        "BUCKET,     ,                  name the bucket",
        "ACCESS_KEY, ,                  be the access key",
        "SECRET_KEY, ,                  be the secret",
        "ENDPOINT,   s3.example.com,    https://",
        "ENDPOINT,   ftp://example.com, https://",
        "ENDPOINT,   http://a b,        https://",
        "ENDPOINT,   http://a.test/b,   without a path",
        "ENDPOINT,   http://u:p@a.test, https://",
        "ADDRESSING, dns,               path or virtual-host",
        "PART_SIZE,  4M,                5M",
        "PART_SIZE,  513M,              512M",
        "PART_SIZE,  8MB,               5M",
    })
    void aSettingThatIsMissingOrCannotBe(String name, String value, String said) {
        settings.put("VPOGLED_STORE_S3_" + name, value == null ? "" : value);

        misconfigured("VPOGLED_STORE_S3_" + name + " must", said);
    }

    @Test
    void theSecretIsNotWrittenDown() throws StoreException {
        assertThat(S3Settings.of(StoreSettings.of(settings)).toString())
                .contains("vpogled-test")
                .doesNotContain(settings.get("VPOGLED_STORE_S3_SECRET_KEY"));
    }
}
