package si.vpogled.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import si.vpogled.demo.server.Folders;
import si.vpogled.demo.server.Ports;

/** A real Keycloak, as the build unpacked it, with one realm of our own. */
final class Keycloak implements AutoCloseable {
    static final String CLIENT = "vpogled";
    static final String SECRET = "keycloak-test-only";

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration START = Duration.ofMinutes(4);

    private final int port;
    private Process process;

    private Keycloak(int port) {
        this.port = port;
    }

    /** Somebody whom it knows; the password is the name. */
    record User(String name, List<String> roles) {}

    /** Says where it will be; nobody answers there yet. */
    static Keycloak reserved() {
        return new Keycloak(Ports.free());
    }

    /** The realm's address, as its tokens name their issuer. */
    String realm() {
        return "http://" + Ports.HOST + ":" + port + "/realms/provider";
    }

    void start(String service, List<User> users) {
        try {
            Path home = home();
            Folders.delete(Files.createDirectories(home.resolve("data"))); // of an earlier start
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("provider-realm.json");
            Files.writeString(realm, realm(service, users));
            ProcessBuilder script = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=" + Ports.HOST,
                            "--http-port=" + port,
                            "--cache=local")
                    .redirectErrorStream(true)
                    .redirectOutput(UNPACKED.resolve("keycloak.log").toFile());
            script.environment().put("JAVA_HOME", System.getProperty("java.home"));
            script.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            process = script.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("Keycloak answers; see " + UNPACKED.resolve("keycloak.log"))
                .atMost(START)
                .until(this::answers);
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(UNPACKED + " is empty: the build unpacks Keycloak"));
        }
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(realm())).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String realm(String service, List<User> users) {
        return """
                {"realm": "provider", "enabled": true, "sslRequired": "none",
                 "roles": {"realm": [{"name": "clerk"}, {"name": "approver"}, {"name": "auditor"}]},
                 "clients": [{"clientId": "%s", "secret": "%s", "enabled": true, "publicClient": false,
                   "standardFlowEnabled": true, "redirectUris": ["%s/console/sign-in/provider"],
                   "attributes": {"post.logout.redirect.uris": "%s/console/sign-in"}}],
                 "users": [%s]}""".formatted(
                        CLIENT,
                        SECRET,
                        service,
                        service,
                        String.join(",", users.stream().map(Keycloak::user).toList()));
    }

    private static String user(User user) {
        return """
                {"username": "%1$s", "enabled": true, "email": "%1$s@provider.example", "emailVerified": true,
                 "firstName": "%1$s", "lastName": "Test", "realmRoles": [%2$s],
                 "credentials": [{"type": "password", "value": "%1$s"}]}""".formatted(
                user.name(),
                String.join(",", user.roles().stream().map("\"%s\""::formatted).toList()));
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
