package si.vpogled.connector.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Transport;
import si.vpogled.connector.Transports;

class BuiltInDefinitionsTest {
    @Test
    void loadWithoutAProblem() {
        Map<String, Transport> transports = new HashMap<>(Transports.installed());
        Definitions definitions = new DefinitionLoader(transports).builtIn();
        Map<String, Integer> items = new TreeMap<>();
        definitions.all().forEach(one -> items.put(one.connector(), one.items().size()));
        assertThat(items.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(114);
    }
}
