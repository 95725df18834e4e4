package si.vpogled.connector.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.subject.Identifier;

/** Settings and reads as a definition has them. */
final class Reads {
    private Reads() {}

    static ObjectNode yaml(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Source.Bindings account(String name) {
        return new Source.Bindings(new Identifier.HostingAccount(name), "shared-hosting");
    }

    static Source.Bindings email(String address) {
        return new Source.Bindings(new Identifier.Email(address), "shared-hosting");
    }

    static SourceContext context(Map<String, String> secrets) {
        return context(secrets, Duration.ofSeconds(60));
    }

    static SourceContext context(Map<String, String> secrets, Duration time) {
        SourceContext.Secrets known = name -> Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new ConnectorException(FaultKind.MISCONFIGURED, "No secret " + name));
        return new SourceContext("hosting", known, InstantSource.system(), time, Path.of("target"));
    }
}
