package si.vpogled.connector.rdap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;
import si.vpogled.subject.IdentifierKind;

/** {@code rdap}: a domain's public record, by RDAP or WHOIS. Nothing is asked before the first read or test. */
public final class RdapTransport implements Transport {
    @Override
    public String name() {
        return "rdap";
    }

    @Override
    public String settingsSchema() {
        return "/schema/transport-rdap-settings.schema.json";
    }

    @Override
    public String readSchema() {
        return "/schema/transport-rdap-read.schema.json";
    }

    @Override
    public Set<String> names(ObjectNode read) {
        return Set.of(IdentifierKind.DOMAIN.key());
    }

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        return RdapSource.of(settings, context);
    }
}
