package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** TLS with a certificate that only the named file vouches for, issued for 127.0.0.1. */
class HttpTrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private final Scene scene = new Scene();

    @BeforeAll
    static void serve() throws Exception {
        keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=backend", "-ext", "SAN=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-alias",
                "a",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static void keytool(String... arguments) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new java.util.ArrayList<>(java.util.List.of(tool));
        command.addAll(java.util.List.of(arguments));
        command.addAll(java.util.List.of("-keystore", folder.resolve("keys.p12").toString()));
        command.addAll(java.util.List.of("-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private String url(String host) {
        return "https://" + host + ":" + server.getAddress().getPort();
    }

    @Test
    void aCertificateOfTheNamedAuthorityIsTrusted() throws Exception {
        scene.settings = "tls: {ca-file: '" + folder.resolve("ca.pem") + "'}";

        assertThat(scene.readAt(url("127.0.0.1"), "{path: /}", "/id")).containsExactly(1L);
    }

    @Test
    void anUnknownCertificateIsMisconfigured() {
        assertThat(fault("127.0.0.1").kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault("127.0.0.1")).hasMessageContaining("tls.ca-file");
    }

    @Test
    void aCertificateForAnotherNameIsMisconfigured() {
        scene.settings = "tls: {ca-file: '" + folder.resolve("ca.pem") + "'}";

        assertThat(fault("localhost").kind()).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void aFileWithoutCertificatesIsMisconfigured() {
        scene.settings = "tls: {ca-file: '" + folder.resolve("none.pem") + "'}";

        assertThat(fault("127.0.0.1")).hasMessageContaining("tls.ca-file");
    }

    private ConnectorException fault(String host) {
        return catchThrowableOfType(ConnectorException.class, () -> scene.readAt(url(host), "{path: /}", "/id"));
    }
}
