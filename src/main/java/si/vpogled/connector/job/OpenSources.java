package si.vpogled.connector.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.SourceDefinition;
import si.vpogled.connector.definition.Placeholders;

/** A definition's sources, each opened when it is first needed, once, and closed together. */
final class OpenSources implements AutoCloseable {
    private final ConnectorDefinition definition;
    private final Map<String, Transport> transports;
    private final RunContext context;
    private final Instant deadline;
    private final Path scratch;
    private final Map<String, Source> open = new HashMap<>();
    private final Map<String, ConnectorException> failed = new HashMap<>();

    OpenSources(
            ConnectorDefinition definition,
            Map<String, Transport> transports,
            RunContext context,
            Instant deadline,
            Path scratch) {
        this.definition = definition;
        this.transports = transports;
        this.context = context;
        this.deadline = deadline;
        this.scratch = scratch;
    }

    /** The source, open; a source that once failed to open fails again at once, for the same reason. */
    Source get(String id) throws ConnectorException {
        synchronized (open) {
            if (open.containsKey(id)) {
                return open.get(id);
            }
            if (failed.containsKey(id)) {
                throw failed.get(id);
            }
        }
        try {
            Source source = open(definition.sources().stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst()
                    .orElseThrow());
            synchronized (open) {
                open.put(id, source);
            }
            return source;
        } catch (ConnectorException e) {
            failed.put(id, e);
            throw e;
        }
    }

    private Source open(SourceDefinition source) throws ConnectorException {
        Transport transport = transports.get(source.transport());
        if (transport == null) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "No transport " + source.transport() + " is installed");
        }
        SourceContext sourceContext = new SourceContext(
                definition.connector(),
                new EnvironmentSecrets(definition.connector(), context.environment()),
                context.clock(),
                Duration.between(context.clock().instant(), deadline),
                scratch);
        return transport.open(Placeholders.filled(source.settings(), context.environment()), sourceContext);
    }

    /** Closes what is open under whoever uses it, without waiting for a backend that does not answer. */
    void closeUnder() {
        for (Source source : taken()) {
            Thread.ofVirtual().name("close source").start(source::close);
        }
    }

    @Override
    public void close() {
        taken().forEach(Source::close);
    }

    private List<Source> taken() {
        synchronized (open) {
            List<Source> sources = List.copyOf(open.values());
            open.clear();
            return sources;
        }
    }
}
