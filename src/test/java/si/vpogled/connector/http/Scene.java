package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Visitor;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.subject.Identifier;
import si.vpogled.yaml.YamlSchema;

/** A backend, a source that reads it, a clock that only pauses move, and what a visitor saw. */
final class Scene implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final YamlSchema SETTINGS = YamlSchema.of(new HttpTransport().settingsSchema());
    private static final YamlSchema READS = YamlSchema.of(new HttpTransport().readSchema());

    final HttpBackend backend = HttpBackend.start();
    final List<Duration> pauses = new ArrayList<>();
    final Map<String, String> secrets = new HashMap<>();
    final List<Object> seen = new ArrayList<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<Visitor.FoundFile> found = new ArrayList<>();
    final List<Visitor.LeftAside> leftAside = new ArrayList<>();
    Instant now = START;
    Duration time = Duration.ofMinutes(30);
    String customer = "100234";
    String settings = "";

    static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A read that its schema lets through. */
    static ObjectNode checkedRead(String text) {
        ObjectNode read = yaml(text);
        assertThat(READS.problems(read)).isEmpty();
        return read;
    }

    Source open(String baseUrl) throws ConnectorException {
        assertThat(SETTINGS.problems(yaml("base-url: " + baseUrl + "\n" + settings)))
                .isEmpty();
        SourceContext context = new SourceContext("billing", this::secret, () -> now, time, Path.of("unused"));
        HttpTransport transport = new HttpTransport(this::pause, new Random(1));
        return transport.open(yaml("base-url: " + baseUrl + "\n" + settings), context);
    }

    private synchronized void pause(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    private String secret(String name) throws ConnectorException {
        if (!secrets.containsKey(name)) {
            throw Faults.misconfigured("no secret " + name);
        }
        return secrets.get(name);
    }

    /** Reads from the backend, keeping the value at {@code from} of each record. */
    List<Object> read(String read, String from) throws ConnectorException {
        return readAt(backend.url(), read, from);
    }

    List<Object> readAt(String baseUrl, String read, String from) throws ConnectorException {
        seen.clear();
        try (Source source = open(baseUrl)) {
            source.read(checkedRead(read), bindings(), visitor(from));
        }
        return seen;
    }

    void test(String read) throws ConnectorException {
        try (Source source = open(backend.url())) {
            source.test(checkedRead(read), List.of());
        }
    }

    Source.Bindings bindings() {
        return new Source.Bindings(new Identifier.CustomerNumber(customer), "dostavljalec");
    }

    Visitor visitor(String from) {
        return new Visitor() {
            @Override
            public void row(Row row) throws ConnectorException {
                seen.add(row.value(from).orElse("nothing"));
            }

            @Override
            public void file(FoundFile file) throws ConnectorException {
                found.add(file);
                try (InputStream content = file.content().open()) {
                    files.put(file.name(), content.readAllBytes());
                } catch (IOException e) {
                    throw new ConnectorException(FaultKind.DEFECT, "cannot read", e);
                }
            }

            @Override
            public void leftAside(LeftAside reason) {
                leftAside.add(reason);
            }
        };
    }

    Optional<Duration> paused() {
        return pauses.stream().reduce(Duration::plus);
    }

    @Override
    public void close() {
        backend.close();
    }
}
