package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.Transport;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;
import si.vpogled.yaml.YamlSchema;

/** One file: first its shape, by the schemas of definitions and of transports, then its meaning. */
final class DefinitionReader {
    private final Map<String, Transport> transports;
    private final Map<String, YamlSchema> schemas = new HashMap<>();

    DefinitionReader(Map<String, Transport> transports) {
        this.transports = Map.copyOf(transports);
    }

    DefinitionFile read(YamlDocument document) {
        List<Problem> problems =
                new ArrayList<>(schema("/schema/definition.schema.json").problems(document));
        if (problems.isEmpty()) {
            problems.addAll(transportProblems(document));
        }
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        DefinitionFile file = new DefinitionFile(document, DefinitionTree.definition(document.tree()));
        problems.addAll(new ChecksWithin(file, transports).problems());
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return file;
    }

    /** One that was checked before. */
    DefinitionFile readAgain(YamlDocument document) {
        return new DefinitionFile(document, DefinitionTree.definition(document.tree()));
    }

    private List<Problem> transportProblems(YamlDocument document) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Transport> bySource = new HashMap<>();
        JsonNode sources = document.tree().path("sources");
        for (int i = 0; i < sources.size(); i++) {
            String pointer = "/sources/" + i;
            String name = sources.get(i).path("transport").asText();
            Transport transport = transports.get(name);
            if (transport == null) {
                problems.add(document.problem(
                        pointer + "/transport",
                        "no transport " + name + " is installed; there are "
                                + String.join(
                                        ", ",
                                        transports.keySet().stream().sorted().toList())));
            } else {
                bySource.put(sources.get(i).path("id").asText(), transport);
                problems.addAll(schema(transport.settingsSchema())
                        .problems(document, pointer + "/settings", Placeholders::isOpen));
                erasingSettings(sources.get(i), transport)
                        .forEach(problem -> problems.add(document.problem(pointer + "/erasing", problem)));
            }
        }
        problems.addAll(readProblems(document, "identify", bySource));
        problems.addAll(readProblems(document, "collections", bySource));
        problems.addAll(meansProblems(document, bySource));
        return problems;
    }

    /** Together with those in whose place they stand they must be settings, too. */
    private List<String> erasingSettings(JsonNode source, Transport transport) {
        if (!source.has("erasing")) {
            return List.of();
        }
        ObjectNode all = source.path("settings").deepCopy();
        all.setAll((ObjectNode) source.path("erasing"));
        return schema(transport.settingsSchema()).problems(all, Placeholders::isOpen);
    }

    private List<Problem> meansProblems(YamlDocument document, Map<String, Transport> bySource) {
        List<Problem> problems = new ArrayList<>();
        JsonNode collections = document.tree().path("collections");
        for (int i = 0; i < collections.size(); i++) {
            Transport transport = bySource.get(collections.get(i).path("source").asText());
            for (String way : List.of("erase", "anonymise")) {
                String pointer = "/collections/" + i + "/erasure/" + way;
                problems.addAll(meansProblems(document, pointer, transport));
            }
        }
        Transport told =
                bySource.get(document.tree().path("hold").path("source").asText());
        problems.addAll(meansProblems(document, "/hold/place", told));
        problems.addAll(meansProblems(document, "/hold/release", told));
        return problems;
    }

    private List<Problem> meansProblems(YamlDocument document, String pointer, Transport transport) {
        if (transport == null || document.tree().at(pointer).isMissingNode()) {
            return List.of();
        }
        return transport
                .erasureSchema()
                .map(schema -> schema(schema).problems(document, pointer))
                .orElseGet(() -> List.of(
                        document.problem(pointer, "the transport " + transport.name() + " cannot erase anything")));
    }

    private List<Problem> readProblems(YamlDocument document, String list, Map<String, Transport> bySource) {
        List<Problem> problems = new ArrayList<>();
        JsonNode readers = document.tree().path(list);
        for (int i = 0; i < readers.size(); i++) {
            Transport transport = bySource.get(readers.get(i).path("source").asText());
            // a source that is not there is told of by the checks that follow
            if (transport != null) {
                problems.addAll(schema(transport.readSchema()).problems(document, '/' + list + '/' + i + "/read"));
            }
            JsonNode logins = readers.get(i).path("logins");
            Transport knowing = bySource.get(logins.path("source").asText());
            if (knowing != null) {
                problems.addAll(schema(knowing.readSchema()).problems(document, '/' + list + '/' + i + "/logins/read"));
            }
        }
        return problems;
    }

    private YamlSchema schema(String resource) {
        return schemas.computeIfAbsent(resource, YamlSchema::of);
    }
}
