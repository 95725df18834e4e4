package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;

/** Tables and views of PostgreSQL, MariaDB or MySQL. */
public final class JdbcTransport implements Transport {
    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String settingsSchema() {
        return "/schema/transport-jdbc-settings.schema.json";
    }

    @Override
    public String readSchema() {
        return "/schema/transport-jdbc-read.schema.json";
    }

    @Override
    public Set<String> names(ObjectNode read) {
        return Set.copyOf(JdbcQuery.parse(read.path("query").asText()).names());
    }

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        JdbcSource source = new JdbcSource(dialect(settings), access(settings, context));
        source.connect();
        return source;
    }

    @Override
    public Optional<String> erasureSchema() {
        return Optional.of("/schema/transport-jdbc-erasure.schema.json");
    }

    @Override
    public Set<String> erasureNames(ObjectNode means) {
        return Set.copyOf(JdbcQuery.parse(means.path("statement").asText()).names());
    }

    @Override
    public Optional<String> erasureObjection(ObjectNode read, ObjectNode means) {
        return erasureNames(means).contains("most")
                ? Optional.empty()
                : Optional.of("a statement that erases must be bounded: have it end at :most records");
    }

    @Override
    public Eraser openEraser(ObjectNode settings, SourceContext context) throws ConnectorException {
        JdbcEraser eraser = new JdbcEraser(dialect(settings), access(settings, context));
        eraser.connect();
        return eraser;
    }

    private static Dialect dialect(ObjectNode settings) throws ConnectorException {
        return Dialect.of(settings.path("url").asText())
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "The address of a database starts with jdbc:postgresql://, jdbc:mariadb:// or jdbc:mysql://, "
                                + "and holds neither user nor password"));
    }

    private static JdbcAccess access(ObjectNode settings, SourceContext context) throws ConnectorException {
        String password = context.secrets()
                .secret(settings.path("password").path("secret").asText());
        return new JdbcAccess(
                settings.path("url").asText(),
                settings.path("user").asText(),
                password,
                JdbcTimes.of(settings, context));
    }
}
