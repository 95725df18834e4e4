package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;

class EnvironmentSecretsTest {
    @TempDir
    Path folder;

    @Test
    void aFileComesBeforeAVariableAndLosesItsLineEnd() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("whois-domain")).resolve("api-key"), "iz datoteke\n");
        Map<String, String> environment =
                Map.of("VPOGLED_SECRETS_DIR", folder.toString(), "VPOGLED_SECRET_WHOIS_DOMAIN_API_KEY", "iz okolja");

        assertThat(new EnvironmentSecrets("whois-domain", environment).secret("api-key"))
                .isEqualTo("iz datoteke");
    }

    @Test
    void aVariableStandsInWhereThereIsNoFile() throws Exception {
        Map<String, String> environment =
                Map.of("VPOGLED_SECRETS_DIR", folder.toString(), "VPOGLED_SECRET_WHOIS_DOMAIN_API_KEY", "iz okolja");

        assertThat(new EnvironmentSecrets("whois-domain", environment).secret("api-key"))
                .isEqualTo("iz okolja");
    }

    @Test
    void aSecretThatIsNotSetIsNamedTogetherWithItsPlaces() {
        assertThatThrownBy(() -> new EnvironmentSecrets("billing", Map.of()).secret("password"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("billing/password")
                .hasMessageContaining("VPOGLED_SECRET_BILLING_PASSWORD");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        Map<String, String> environment = Map.of("VPOGLED_SECRETS_DIR", folder.toString());

        assertThatThrownBy(() -> new EnvironmentSecrets("billing", environment).secret("../../etc/passwd"))
                .isInstanceOf(ConnectorException.class);
    }
}
