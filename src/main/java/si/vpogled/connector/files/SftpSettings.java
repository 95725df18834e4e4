package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.SourceContext;

/**
 * Settings of a source by SFTP, secrets resolved.
 *
 * @param folder that paths are relative to, as the server sees it
 * @param silence how long the server may say nothing
 */
record SftpSettings(Address address, Login login, HostKeys hostKeys, String folder, Patience patience) {
    record Address(String host, int port) {}

    /** By key where there is one, else by password. */
    record Login(String user, Optional<String> password, List<KeyPair> keys) {
        Login {
            keys = List.copyOf(keys);
        }

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /**
     * @param connect time to connect and sign in
     * @param silence how long the server may say nothing
     * @param channels how many files are asked for side by side
     * @param reconnects how often a lost connection is made anew
     */
    record Patience(Duration connect, Duration silence, int channels, int reconnects) {}

    static SftpSettings of(ObjectNode settings, SourceContext context) throws ConnectorException {
        Address address = new Address(
                settings.path("host").asText(), settings.path("port").asInt(22));
        return new SftpSettings(
                address,
                login(settings, context.secrets()),
                HostKeys.of(texts(settings.path("host-key")), address),
                settings.path("folder").asText("."),
                new Patience(
                        within(settings.path("connect-seconds").asLong(15), context.time()),
                        within(settings.path("silence-seconds").asLong(60), context.time()),
                        settings.path("channels").asInt(4),
                        settings.path("reconnects").asInt(5)));
    }

    private static Login login(ObjectNode settings, SourceContext.Secrets secrets) throws ConnectorException {
        Optional<String> password = secret(settings.path("password"), secrets);
        Optional<String> key = secret(settings.path("key"), secrets);
        if (password.isEmpty() && key.isEmpty()) {
            throw Faults.misconfigured("The source has neither key nor password: add one to its settings");
        }
        List<KeyPair> keys =
                key.isPresent() ? keys(key.get(), secret(settings.path("passphrase"), secrets)) : List.of();
        return new Login(settings.path("user").asText(), password, keys);
    }

    private static List<KeyPair> keys(String key, Optional<String> passphrase) throws ConnectorException {
        List<KeyPair> keys = new ArrayList<>();
        try {
            // a secret mounted without its last line end is no key to OpenSSH's format
            Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("key"),
                    new ByteArrayInputStream((key.strip() + "\n").getBytes(StandardCharsets.US_ASCII)),
                    passphrase.map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY));
            if (read != null) {
                read.forEach(keys::add);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Faults.misconfigured("The source's private key cannot be read: give an OpenSSH or PEM key, and its"
                    + " passphrase where it has one");
        }
        if (keys.isEmpty()) {
            throw Faults.misconfigured("The source's secret key holds no private key in OpenSSH or PEM form");
        }
        return keys;
    }

    private static Optional<String> secret(JsonNode reference, SourceContext.Secrets secrets)
            throws ConnectorException {
        return reference.has("secret")
                ? Optional.of(secrets.secret(reference.get("secret").asText()))
                : Optional.empty();
    }

    private static Duration within(long seconds, Duration time) {
        Duration wanted = Duration.ofSeconds(seconds);
        return wanted.compareTo(time) < 0 ? wanted : time;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.addAll(node.asText().lines().toList());
        }
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
