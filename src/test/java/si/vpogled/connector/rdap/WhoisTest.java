package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.FaultKind;

class WhoisTest extends AskedRegistries {
    @Test
    void asksByWhoisWhereThereIsNoRdap() throws Exception {
        try (WhoisScript server = WhoisScript.text("Domain: primer.example\r\nRegistrar: Č\r\n")) {
            read(whois(server.address()), "primer.example");

            assertThat(server.questions).containsExactly("primer.example");
            assertThat(files)
                    .containsExactly(Map.entry("primer.example.txt", "Domain: primer.example\nRegistrar: Č\n"));
        }
    }

    @Test
    void givesAWhoisTextAsARecord() throws Exception {
        try (WhoisScript server = WhoisScript.text("Domain: primer.example\n")) {
            readRecord(whois(server.address()), "primer.example", "/whois");

            assertThat(row).isEqualTo(Map.of("/whois", "Domain: primer.example\n"));
        }
    }

    @Test
    void readsWhoisInLatin1WhereItIsNotUtf8() throws Exception {
        try (WhoisScript server = new WhoisScript(question -> "primer.example: Müller".getBytes(ISO_8859_1))) {
            read(whois(server.address()), "primer.example");

            assertThat(files.values()).containsExactly("primer.example: Müller");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No match for \"primer.example\".",
                "% IANA\n%% NOT FOUND",
                "Domain: primer.example\nStatus: free",
                "The domain primer.example is not registered."
            })
    void recognisesThatADomainIsNotRegistered(String text) throws Exception {
        try (WhoisScript server = WhoisScript.text(text)) {
            read(whois(server.address()), "primer.example");

            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Domain: primer.example\nregistrar: Ponudnik\n% Not found what you look for? Information is available",
                "Domain: primer.example\n% More information is available on the web."
            })
    void takesBoilerplateForNoSuchWord(String text) throws Exception {
        try (WhoisScript server = WhoisScript.text(text)) {
            read(whois(server.address()), "primer.example");

            assertThat(files).hasSize(1);
        }
    }

    @Test
    void findsAWhoisAnswerForAnotherDomainADefect() throws Exception {
        try (WhoisScript server = WhoisScript.text("Domain: drug.example\nRegistrar: Ponudnik\n")) {
            assertThat(fault(whois(server.address()), "primer.example")).isEqualTo(FaultKind.DEFECT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "Query rate limit exceeded. Try again later."})
    void findsAWhoisServerThatWillNotAnswerUnavailable(String text) throws Exception {
        try (WhoisScript server = WhoisScript.text(text)) {
            assertThat(fault(whois(server.address()), "primer.example")).isEqualTo(FaultKind.UNAVAILABLE);
        }
    }

    @Test
    void readsNoWhoisAnswerBeyondItsBound() throws Exception {
        try (WhoisScript server = WhoisScript.text("primer.example ".repeat(100_000))) {
            assertThat(fault(whois(server.address()), "primer.example")).isEqualTo(FaultKind.REFUSED);
        }
    }

    @Test
    void findsASilentOrAbsentWhoisServerUnavailable() throws Exception {
        String address;
        try (ServerSocket silent = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            address = "127.0.0.1:" + silent.getLocalPort();
            assertThat(fault(whois(address), "primer.example")).isEqualTo(FaultKind.UNAVAILABLE);
        }
        assertThat(fault(whois(address), "primer.example")).isEqualTo(FaultKind.UNAVAILABLE);
    }
}
