package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.http.RecordRow;
import si.vpogled.connector.http.SocketThread;

/** The registries that the settings name. May be closed by another thread, which ends what is being asked. */
final class RdapSource implements Source {
    private final Lookup lookup;
    private final SocketThread thread = new SocketThread();

    private RdapSource(Lookup lookup) {
        this.lookup = lookup;
    }

    static RdapSource of(ObjectNode settings, SourceContext context) throws ConnectorException {
        return new RdapSource(Lookup.of(settings, context));
    }

    @Override
    public void test(ObjectNode read, Collection<String> fields) throws ConnectorException {
        for (String field : fields) {
            if (!field.isEmpty() && !field.startsWith("/")) {
                throw new ConnectorException(
                        FaultKind.MISCONFIGURED, "A field's from is no JSON Pointer (RFC 6901): correct it");
            }
        }
        thread.run(lookup::test);
    }

    @Override
    public void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException {
        AskedDomain domain = AskedDomain.of(bindings.identifier());
        AtomicReference<Optional<Published>> answer = new AtomicReference<>(Optional.empty());
        thread.run(() -> answer.set(lookup.of(domain)));
        if (answer.get().isEmpty()) {
            return;
        }
        if (read.path("as").asText().equals("record")) {
            visitor.row(new RecordRow(answer.get().get().record()));
        } else {
            visitor.file(answer.get().get().file(domain));
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    /** What a registry publishes of a domain. */
    sealed interface Published {
        JsonNode record();

        Visitor.FoundFile file(AskedDomain domain);

        private static Visitor.FoundFile file(String name, String mediaType, byte[] content) {
            return new Visitor.FoundFile(
                    name,
                    mediaType,
                    Optional.empty(),
                    Optional.of((long) content.length),
                    () -> new ByteArrayInputStream(content));
        }

        record ByRdap(RdapDomain domain) implements Published {
            @Override
            public JsonNode record() {
                return domain.tree();
            }

            @Override
            public Visitor.FoundFile file(AskedDomain asked) {
                return Published.file(asked.name() + ".json", "application/rdap+json", domain.bytes());
            }
        }

        record ByWhois(String text) implements Published {
            @Override
            public JsonNode record() {
                return JsonNodeFactory.instance.objectNode().put("whois", text);
            }

            @Override
            public Visitor.FoundFile file(AskedDomain asked) {
                return Published.file(asked.name() + ".txt", "text/plain; charset=utf-8", text.getBytes(UTF_8));
            }
        }
    }
}
