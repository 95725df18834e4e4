package si.vpogled.fulfilment.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

class DestinationTest {
    private static final String FINGERPRINT = "SHA256:" + "a".repeat(43);

    @Test
    void an_address_is_taken_apart() throws DestinationException {
        Destination https = Destination.of(" https://ponudnik.example/uvoz/7?x=1 ", "");
        Destination sftp = Destination.of("sftp://ana@ponudnik.example:2222/mapa", FINGERPRINT);

        assertThat(https.host()).isEqualTo("ponudnik.example");
        assertThat(https.port()).isEqualTo(443);
        assertThat(https.path()).isEqualTo("/uvoz/7?x=1");
        assertThat(sftp.port()).isEqualTo(2222);
        assertThat(sftp.fingerprint()).contains(FINGERPRINT);
        assertThat(Destination.of("https://[2a00:ee2::1]/x", "").host()).isEqualTo("2a00:ee2::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://ponudnik.example/x",
                "ftp://ponudnik.example/x",
                "file:///etc/passwd",
                "https://ponudnik.example",
                "https://ana:geslo@ponudnik.example/x",
                "https://ponudnik.example/x#y",
                "https://ponudnik.example:99999/x",
                "https:///x",
                "https://ponudnik .example/x",
                "sftp://ponudnik.example/x",
                "sftp://ana:geslo@ponudnik.example/x"
            })
    void what_is_no_address_is_refused(String address) {
        assertThat(reason(() -> Destination.of(address, FINGERPRINT))).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:", "SHA256:aaa", "MD5:aa:bb"})
    void a_host_by_sftp_is_believed_by_its_fingerprint_alone(String fingerprint) {
        assertThat(reason(() -> Destination.of("sftp://ana@ponudnik.example/x", fingerprint)))
                .isEqualTo(Reason.FINGERPRINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kratek", "z presledkom v sredini", "nova\r\nvrsta-glave"})
    void a_secret_that_cannot_stand_in_a_header_is_refused(String secret) {
        assertThat(reason(() -> Destination.secret(secret))).isEqualTo(Reason.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:10.0.0.1]", "169.254.169.254"})
    void what_leads_inside_is_refused_however_it_is_written(String host) {
        assertThat(reason(() -> address(Set.of("other.example:443"), "https://" + host + "/x")))
                .isEqualTo(Reason.NOT_PUBLIC);
    }

    @Test
    void what_the_operator_allows_may_be_inside_at_that_port_alone() throws DestinationException {
        assertThat(address(Set.of("127.0.0.1:8443"), "https://127.0.0.1:8443/x"))
                .isEqualTo("127.0.0.1");
        assertThat(reason(() -> address(Set.of("127.0.0.1:8443"), "https://127.0.0.1/x")))
                .isEqualTo(Reason.NOT_PUBLIC);
    }

    private static String address(Set<String> allowed, String uri) throws DestinationException {
        return new FindAddress(new SetTransmission(Optional.of(allowed), Optional.empty()))
                .of(Destination.of(uri, ""))
                .getHostAddress();
    }

    private interface Naming {
        Object name() throws DestinationException;
    }

    private static Reason reason(Naming naming) {
        return catchThrowableOfType(DestinationException.class, naming::name).reason();
    }
}
