package si.vpogled.connector.rdap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.Behaviour;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.Person;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.subject.Identifier;

/** The contract over a registry that publishes domains under .example. */
class RdapContractTest extends ConnectorContractTest {
    private static HttpBackend registry;

    @BeforeAll
    static void start() {
        registry = HttpBackend.start()
                .get("/rdap/help", question -> HttpAnswer.json(Map.of("rdapConformance", List.of("rdap_level_0"))))
                .get("/rdap/domain/{name}", question -> domain(question.name("name")));
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static HttpAnswer domain(String name) {
        return name.equals("nihce.example")
                ? HttpAnswer.json(404, Map.of("errorCode", 404))
                : HttpAnswer.json(Map.of(
                        "objectClassName",
                        "domain",
                        "ldhName",
                        name,
                        "port43",
                        name.equals("cudno.example") ? AWKWARD : "whois.example"));
    }

    @Override
    protected Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(definitions.resolve("registry.yaml"), """
                version: 1
                connector: registry
                title: {sl: Register, en: Registry}
                needs: [domain]
                concurrency: 1
                limits: {seconds: 600, records: 1000000, bytes: 1000000000}
                sources:
                  - id: rdap
                    transport: rdap
                    settings: {base-url: {example: "${REGISTRY_URL}"}}
                collections:
                  - id: published
                    title: {sl: Javno, en: Published}
                    source: rdap
                    services: [domains]
                    row: service-fulfilment
                    per: domain
                    as: files
                    item: manager
                    read: {what: domain}
                  - id: servers
                    title: {sl: Strežniki, en: Servers}
                    source: rdap
                    services: [domains]
                    row: service-fulfilment
                    per: domain
                    read: {what: domain, as: record}
                    fields:
                      - {name: whois, from: /port43, item: name, label: {sl: WHOIS, en: WHOIS}}
                """);
        return definitions;
    }

    @Override
    protected String connector() {
        return "registry";
    }

    @Override
    protected int port() {
        return registry.port();
    }

    @Override
    protected Map<String, String> environment(int port) {
        return Map.of("REGISTRY_URL", "http://127.0.0.1:" + port + "/rdap");
    }

    @Override
    protected Map<String, String> wrongCredentials() {
        return Map.of();
    }

    @Override
    protected Set<Behaviour> behaviours() {
        return EnumSet.complementOf(EnumSet.of(Behaviour.MANY_RECORDS, Behaviour.CREDENTIALS));
    }

    private static Person person(String... domains) {
        return new Person(
                Arrays.stream(domains)
                        .map(domain -> (Identifier) new Identifier.DomainName(domain))
                        .toList(),
                List.of(),
                Map.of(
                        "domains.service-fulfilment.manager", (long) domains.length,
                        "domains.service-fulfilment.name", (long) domains.length));
    }

    @Override
    protected long halfWay() {
        return 150;
    }

    @Override
    protected Person one() {
        return person("ena.example");
    }

    @Override
    protected Person several() {
        return person("dva.example", "tri.example");
    }

    @Override
    protected Person many() {
        return one();
    }

    @Override
    protected Person awkward() {
        return person("cudno.example");
    }
}
