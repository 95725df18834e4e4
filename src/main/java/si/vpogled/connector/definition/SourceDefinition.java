package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * One way in.
 *
 * @param erasing settings that stand in the place of their like where something is erased, with secrets of another
 *     folder; empty where nothing can be erased
 */
public record SourceDefinition(String id, String transport, ObjectNode settings, Optional<ObjectNode> erasing) {
    public SourceDefinition {
        erasing = erasing == null ? Optional.empty() : erasing;
    }

    /** All settings for erasing; empty where nothing can be erased. */
    public Optional<ObjectNode> erasingSettings() {
        return erasing.map(own -> {
            ObjectNode all = settings.deepCopy();
            all.setAll(own);
            return all;
        });
    }

    /** The variables of the environment that its settings for erasing name. */
    public Set<String> erasingVariables() {
        return erasingSettings().map(Placeholders::names).orElse(Set.of());
    }
}
