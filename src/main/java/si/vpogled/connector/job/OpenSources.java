package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.Placeholders;
import si.vpogled.connector.definition.SourceDefinition;

/** A definition's sources, each opened when it is first needed, once, and closed together. */
final class OpenSources implements AutoCloseable {
    /** Ends the name under which the secrets for erasing are kept: {@code billing-erasing}. */
    private static final String ERASING = "-erasing";

    private final ConnectorDefinition definition;
    private final Map<String, Transport> transports;
    private final RunContext context;
    private final Instant deadline;
    private final Path scratch;
    private final Map<String, Source> open = new HashMap<>();
    private final Map<String, Eraser> erasers = new HashMap<>();
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
        return once(open, id, id, () -> open(definition(id)));
    }

    /** The same source with the credentials for erasing. */
    Eraser eraser(String id) throws ConnectorException {
        return once(erasers, id, id + ERASING, () -> openEraser(definition(id)));
    }

    private interface Opening<T> {
        T open() throws ConnectorException;
    }

    private <T> T once(Map<String, T> all, String id, String name, Opening<T> opening) throws ConnectorException {
        synchronized (open) {
            if (all.containsKey(id)) {
                return all.get(id);
            }
            if (failed.containsKey(name)) {
                throw failed.get(name);
            }
        }
        try {
            T opened = opening.open();
            synchronized (open) {
                all.put(id, opened);
            }
            return opened;
        } catch (ConnectorException e) {
            failed.put(name, e);
            throw e;
        }
    }

    private SourceDefinition definition(String id) {
        return definition.sources().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Source open(SourceDefinition source) throws ConnectorException {
        return transport(source)
                .open(
                        Placeholders.filled(source.settings(), context.environment()),
                        sourceContext(definition.connector()));
    }

    private Eraser openEraser(SourceDefinition source) throws ConnectorException {
        ObjectNode settings = source.erasingSettings()
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED, "It has no settings for erasing: give it erasing in the definition"));
        return transport(source)
                .openEraser(
                        Placeholders.filled(settings, context.environment()),
                        sourceContext(definition.connector() + ERASING));
    }

    private Transport transport(SourceDefinition source) throws ConnectorException {
        Transport transport = transports.get(source.transport());
        if (transport == null) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "No transport " + source.transport() + " is installed");
        }
        return transport;
    }

    /** @param secrets whose they are */
    private SourceContext sourceContext(String secrets) {
        return new SourceContext(
                definition.connector(),
                new EnvironmentSecrets(secrets, context.environment()),
                context.clock(),
                Duration.between(context.clock().instant(), deadline),
                scratch);
    }

    /** Closes what is open under whoever uses it, without waiting for a backend that does not answer. */
    void closeUnder() {
        for (Runnable closing : taken()) {
            Thread.ofVirtual().name("close source").start(closing);
        }
    }

    @Override
    public void close() {
        taken().forEach(Runnable::run);
    }

    private List<Runnable> taken() {
        synchronized (open) {
            List<Runnable> closings = new ArrayList<>();
            open.values().forEach(source -> closings.add(source::close));
            erasers.values().forEach(eraser -> closings.add(eraser::close));
            open.clear();
            erasers.clear();
            return closings;
        }
    }
}
