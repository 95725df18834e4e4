package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Visitor;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.subject.Identifier;
import si.vpogled.yaml.YamlSchema;

/** A registry, sources that ask it, and what a visitor saw. */
abstract class AskedRegistries {
    static final ObjectMapper JSON = new ObjectMapper();

    HttpBackend rdap;
    final Map<String, String> files = new LinkedHashMap<>();
    final List<Visitor.FoundFile> found = new ArrayList<>();
    final Map<String, Object> row = new LinkedHashMap<>();

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

    ObjectNode settings() {
        return JSON.createObjectNode().set("base-url", JSON.createObjectNode().put("si", rdap.url() + "/rdap"));
    }

    static ObjectNode whois(String address) {
        return JSON.createObjectNode()
                .<ObjectNode>set("whois", JSON.createObjectNode().put("example", address))
                .<ObjectNode>set("timeouts", JSON.createObjectNode().put("read-seconds", 1));
    }

    static Source open(ObjectNode settings) throws ConnectorException {
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

    void read(ObjectNode settings, String domain) throws ConnectorException {
        try (Source source = open(settings)) {
            ObjectNode read = JSON.createObjectNode().put("what", "domain");
            source.read(read, new Source.Bindings(new Identifier.DomainName(domain), "domains"), new Kept());
        }
    }

    void readRecord(ObjectNode settings, String domain, String... places) throws ConnectorException {
        try (Source source = open(settings)) {
            ObjectNode read = JSON.createObjectNode().put("what", "domain").put("as", "record");
            source.read(read, new Source.Bindings(new Identifier.DomainName(domain), "domains"), new Kept(places));
        }
    }

    FaultKind fault(ObjectNode settings, String domain) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(settings, domain))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(domain))
                .actual()
                .kind();
    }

    static HttpAnswer answer(String json) {
        return HttpAnswer.of(200, "application/rdap+json", json.getBytes(UTF_8));
    }
}
