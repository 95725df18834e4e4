package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.demo.server.HttpAnswer;

class RdapTest extends AskedRegistries {
    private static final String DOMAIN = """
            {"objectClassName": "domain", "ldhName": "PRIMER.si",  "status": ["active"],
             "entities": [{"handle": "ANA", "price": 1.10}]}""";

    @TempDir
    private Path folder;

    @Test
    void deliversWhatTheRegistryPublishesByteForByte() throws Exception {
        rdap.get("/rdap/domain/primer.si", question -> answer(DOMAIN));

        read(settings(), "primer.si");

        assertThat(files).containsExactly(Map.entry("primer.si.json", DOMAIN));
        assertThat(found.getFirst().mediaType()).isEqualTo("application/rdap+json");
    }

    @Test
    void readsPlacesOfTheRecord() throws Exception {
        rdap.get("/rdap/domain/primer.si", question -> answer(DOMAIN));

        readRecord(settings(), "primer.si", "/ldhName", "/status", "/entities/0/handle", "/none");

        assertThat(row).isEqualTo(Map.of("/ldhName", "PRIMER.si", "/status", "active", "/entities/0/handle", "ANA"));
    }

    @Test
    void asksForInternationalNamesInAsciiForm() throws Exception {
        rdap.get("/rdap/domain/xn--ra-fma.si", question -> answer("""
                {"objectClassName": "domain", "unicodeName": "rač.si"}"""));

        read(settings(), "Rač.si");

        assertThat(files).containsOnlyKeys("xn--ra-fma.si.json");
    }

    @Test
    void holdsNothingOfADomainThatIsNotRegistered() throws Exception {
        rdap.get(
                "/rdap/domain/primer.si",
                question -> HttpAnswer.of(404, "application/rdap+json", "{}".getBytes(UTF_8)));

        read(settings(), "primer.si");

        assertThat(files).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"objectClassName\": \"domain\", \"ldhName\": \"drug.si\"}",
                "{\"objectClassName\": \"entity\", \"handle\": \"primer.si\"}",
                "{\"errorCode\": 404}",
                "[]",
                "{\"objectClassName\": \"domain\", ",
                "Domain: primer.si"
            })
    void findsAnAnswerForAnotherDomainOrNoneAtAllADefect(String answer) {
        rdap.get("/rdap/domain/primer.si", question -> answer(answer));

        assertThat(fault(settings(), "primer.si")).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        rdap.get(
                "/rdap/domain/primer.si",
                question -> asked.getAndIncrement() == 0
                        ? HttpAnswer.of(429, "text/plain", new byte[0]).header("Retry-After", "0")
                        : answer(DOMAIN));

        read(settings(), "primer.si");

        assertThat(files).hasSize(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void findsARegistryThatWantsToBeLeftAloneForLongerThanTheRunUnavailable() {
        rdap.get(
                "/rdap/domain/primer.si",
                question -> HttpAnswer.of(429, "text/plain", new byte[0]).header("Retry-After", "3600"));

        assertThat(fault(settings(), "primer.si")).isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void followsRedirectsWithinTheServerOnly() throws Exception {
        rdap.get(
                "/rdap/domain/primer.si",
                question -> HttpAnswer.of(302, "text/plain", new byte[0]).header("Location", "/other/primer.si"));
        rdap.get("/other/primer.si", question -> answer(DOMAIN));
        rdap.get(
                "/rdap/domain/drug.si",
                question -> HttpAnswer.of(302, "text/plain", new byte[0])
                        .header("Location", "http://registry.example/drug.si"));

        read(settings(), "primer.si");

        assertThat(files).hasSize(1);
        assertThat(fault(settings(), "drug.si")).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault(settings().put("redirects", "https"), "drug.si")).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void readsNoAnswerBeyondItsBound() {
        rdap.get("/rdap/domain/primer.si", question -> answer("{\"x\": \"" + "y".repeat(2_000_000) + "\"}"));

        assertThat(fault(settings(), "primer.si")).isEqualTo(FaultKind.REFUSED);
    }

    @Test
    void takesServersFromABootstrapFile() throws Exception {
        rdap.get("/rdap/domain/primer.si", question -> answer(DOMAIN));
        Path bootstrap = Files.writeString(folder.resolve("dns.json"), """
                {"version": "1.0", "services": [[["net", "com"], ["https://rdap.example/"]], [["si"], ["%s/rdap/"]]]}""".formatted(rdap.url()));

        read(JSON.createObjectNode().put("bootstrap", bootstrap.toString()), "primer.si");

        assertThat(files).hasSize(1);
    }

    @Test
    void findsASuffixWithoutAServerMisconfigured() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(settings(), "primer.xyz"))
                .withMessageContaining(".xyz")
                .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"primer.si help", "primer", "../primer.si", "primer.si/../x.si", "-x.si", "primer..si"})
    void asksNobodyForWhatIsNoDomain(String name) throws Exception {
        try (WhoisScript server = WhoisScript.text("Domain: " + name)) {
            ObjectNode settings = settings().put("whois-default", server.address());

            FaultKind kind = assertThatExceptionOfType(Exception.class)
                                    .isThrownBy(() -> read(settings, name))
                                    .actual()
                            instanceof ConnectorException e
                    ? e.kind()
                    : FaultKind.DEFECT;

            assertThat(kind).isEqualTo(FaultKind.DEFECT);
            assertThat(server.questions).isEmpty();
        }
    }

    @Test
    void testsTheServersWithoutAskingForAnybody() throws Exception {
        List<String> paths = new ArrayList<>();
        rdap.get("/rdap/{rest...}", question -> {
            paths.add(String.join("/", question.path()));
            return answer("{\"rdapConformance\": [\"rdap_level_0\"]}");
        });
        try (WhoisScript server = WhoisScript.text("x");
                Source source = open(settings().put("whois-default", server.address()))) {
            source.test(JSON.createObjectNode().put("what", "domain"), List.of("/ldhName", "/whois"));

            assertThat(paths).containsExactly("rdap/help");
            assertThat(server.questions).isEmpty();
        }
    }
}
