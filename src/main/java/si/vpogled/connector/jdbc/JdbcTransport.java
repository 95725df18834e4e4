package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
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
        String url = settings.path("url").asText();
        Dialect dialect = Dialect.of(url)
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "The address of a database starts with jdbc:postgresql://, jdbc:mariadb:// or jdbc:mysql://, "
                                + "and holds neither user nor password"));
        String password = context.secrets()
                .secret(settings.path("password").path("secret").asText());
        JdbcSource source = new JdbcSource(
                dialect,
                new JdbcAccess(url, settings.path("user").asText(), password, JdbcTimes.of(settings, context)));
        source.connect();
        return source;
    }
}
