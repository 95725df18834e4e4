package si.vpogled.connector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.yaml.YamlDocument;
import si.vpogled.yaml.YamlSchema;

class DefinitionTreeTest {
    /** Every part of a definition that there may be, and both kinds of number. */
    private static final String ALL = """
            version: 1
            connector: all
            title: {sl: Vse, en: All}
            needs: [email, vat-id]
            yields: [customer-number, domain]
            concurrency: 4.0
            limits: {seconds: 1800, records: 5000000000, bytes: 10000000000}
            job:
              image: registry.example/all:1
              command: [run, "--all"]
              secret: ours
              requests: {cpu: 500m}
              limits: {memory: 1Gi, ephemeral-storage: "2"}
            hold: {source: one, per: domain, place: {statement: s}, release: {statement: t}}
            sources:
              - {id: one, transport: jdbc, settings: {url: "${URL}", password: {secret: word}, rows: [1, 2.5, true, null]}, erasing: {user: u}}
            identify:
              - {source: one, from: email, read: {query: q}, yields: {domain: d, customer-number: c}, contact-changed: at}
              - {source: one, from: vat-id, read: {query: q}, yields: {customer-number: c}}
            collections:
              - id: first
                title: {sl: Prva, en: First}
                source: one
                services: [vps, domains]
                row: user-data
                per: customer-number
                as: contacts
                item: files
                carries: [backups]
                read: {query: q}
                contact-changed: changed
                doubtful: doubted
                logins: {source: one, read: {query: l}, from: login, shared: others}
                retention: {from: at, rule: zddv-1-86}
                erasure: {erase: {statement: s}, anonymise: {statement: t}, items: [name, backups], contract-until: b}
                fields:
                  - {name: a, from: b, label: {sl: A, en: A}, type: decimal, item: name, secret: true, redact: ["(x)"], vcard: FN, of-another: o}
                  - {name: c, from: d, label: {sl: C, en: C}}
              - id: second
                title: {sl: Druga, en: Second}
                source: one
                services: [vps]
                row: user-data
                per: domain
                read: {query: q}
                erasure: {cannot: {instead: notify, reason: {sl: R, en: R}}}
                fields:
                  - {name: a, from: b, label: {sl: A, en: A}}
            """;

    static Stream<YamlDocument> definitions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/connectors"))) {
            return Stream.concat(
                    files.toList().stream(), Stream.of(Path.of("src/demo/resources/training/training.yaml")))
                    .map(file -> YamlDocument.read(file, 1_000_000))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_definition_is_what_an_object_mapper_makes_of_it(YamlDocument document) throws IOException {
        assertThat(DefinitionTree.definition(document.tree())).isEqualTo(mapped(document));
    }

    @Test
    void so_is_one_with_every_part_that_there_may_be() throws IOException {
        YamlDocument document = document(ALL);
        assertThat(YamlSchema.of("/schema/definition.schema.json").problems(document))
                .isEmpty();

        ConnectorDefinition definition = DefinitionTree.definition(document.tree());

        assertThat(definition).isEqualTo(mapped(document));
        assertThat(definition).hasNoNullFieldsOrProperties();
        assertThat(definition.collections().getFirst()).hasNoNullFieldsOrProperties();
    }

    @Test
    void a_number_beyond_every_measure_is_told() {
        YamlDocument document = document(ALL);
        ((ObjectNode) document.tree().get("limits")).put("bytes", 1e30);

        assertThatThrownBy(() -> DefinitionTree.definition(document.tree()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void those_that_come_along_are_right_though_no_process_checks_them_again() {
        DefinitionLoader loader = new DefinitionLoader();
        Definitions checked = loader.fromFolder(Path.of("src/main/resources/connectors"));

        assertThat(checked.all()).extracting(ConnectorDefinition::connector).isEqualTo(DefinitionLoader.BUILT_IN);
        assertThat(loader.builtIn().all()).isEqualTo(checked.all());
        assertThat(DefinitionLoader.BUILT_IN)
                .allSatisfy(name -> assertThat(loader.only(name, Optional.empty(), Optional.empty()))
                        .isEqualTo(checked.find(name)));
    }

    private static YamlDocument document(String yaml) {
        return YamlDocument.read(
                "all.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), 1_000_000);
    }

    private static ConnectorDefinition mapped(YamlDocument document) throws IOException {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .build()
                .treeToValue(document.tree(), ConnectorDefinition.class);
    }
}
