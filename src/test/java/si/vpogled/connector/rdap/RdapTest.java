package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Visitor;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.subject.Identifier;
import si.vpogled.yaml.YamlSchema;

class RdapTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOMAIN = """
            {"objectClassName": "domain", "ldhName": "PRIMER.si",  "status": ["active"],
             "entities": [{"handle": "ANA", "price": 1.10}]}""";

    @TempDir
    private Path folder;

    private HttpBackend rdap;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Visitor.FoundFile> found = new ArrayList<>();
    private final Map<String, Object> row = new LinkedHashMap<>();

    @BeforeEach
    void start() {
        rdap = HttpBackend.start();
    }

    @AfterEach
    void stop() {
        rdap.close();
    }

    private final class Kept implements Visitor {
        private final String[] places;

        Kept(String... places) {
            this.places = places;
        }

        @Override
        public void row(Row read) throws ConnectorException {
            for (String place : places) {
                Optional<Object> value = read.value(place);
                value.ifPresent(present -> row.put(place, present));
            }
        }

        @Override
        public void file(FoundFile file) throws ConnectorException {
            found.add(file);
            try (var in = file.content().open()) {
                files.put(file.name(), new String(in.readAllBytes(), UTF_8));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void leftAside(LeftAside reason) {
            throw new AssertionError(reason);
        }
    }

    private ObjectNode settings() {
        return JSON.createObjectNode().set("base-url", JSON.createObjectNode().put("si", rdap.url() + "/rdap"));
    }

    private static ObjectNode whois(String address) {
        return JSON.createObjectNode()
                .<ObjectNode>set("whois", JSON.createObjectNode().put("example", address))
                .<ObjectNode>set("timeouts", JSON.createObjectNode().put("read-seconds", 1));
    }

    private static Source open(ObjectNode settings) throws ConnectorException {
        assertThat(YamlSchema.of("/schema/transport-rdap-settings.schema.json").problems(settings))
                .isEmpty();
        SourceContext context = new SourceContext(
                "whois-domain",
                name -> {
                    throw new AssertionError("no secret is needed");
                },
                InstantSource.system(),
                Duration.ofSeconds(30),
                Path.of("target"));
        return new RdapTransport().open(settings, context);
    }

    private void read(ObjectNode settings, String domain) throws ConnectorException {
        try (Source source = open(settings)) {
            ObjectNode read = JSON.createObjectNode().put("what", "domain");
            source.read(read, new Source.Bindings(new Identifier.DomainName(domain), "domains"), new Kept());
        }
    }

    private void readRecord(ObjectNode settings, String domain, String... places) throws ConnectorException {
        try (Source source = open(settings)) {
            ObjectNode read = JSON.createObjectNode().put("what", "domain").put("as", "record");
            source.read(read, new Source.Bindings(new Identifier.DomainName(domain), "domains"), new Kept(places));
        }
    }

    private FaultKind fault(ObjectNode settings, String domain) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(settings, domain))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(domain))
                .actual()
                .kind();
    }

    private static HttpAnswer answer(String json) {
        return HttpAnswer.of(200, "application/rdap+json", json.getBytes(UTF_8));
    }

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
