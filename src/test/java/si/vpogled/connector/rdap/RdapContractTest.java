package si.vpogled.connector.rdap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.subject.Identifier;

/**
 * The contract over a registry that publishes domains under .example. No credentials: what RDAP and WHOIS answer is
 * public. A registrar beside it knows who has which, and one a hundred thousand.
 */
class RdapContractTest extends ConnectorContractTest implements OverHttp {
    private static final String WHOLE = "domains.service-fulfilment.manager";
    private static final String ONE_FIELD = "domains.service-fulfilment.name";
    private static final String WHOLESALER = "1003";
    private static final List<Identifier> DOMAINS = IntStream.range(0, 100_000)
            .<Identifier>mapToObj(number -> new Identifier.DomainName("d" + number + ".example"))
            .toList();
    private static final Map<String, List<String>> KNOWN = Map.of(
            "1001",
            List.of("ena.example"),
            "1002",
            List.of("dva.example", "tri.example"),
            "1004",
            List.of("stiri.example"));
    /** Larger than a connection brings that drops half way. */
    private static final String LARGE = "d5000.example";

    private static HttpBackend registry;
    private static HttpBackend registrar;

    @BeforeAll
    static void start() {
        registry = HttpBackend.start()
                .get("/rdap/help", question -> HttpAnswer.json(Map.of("rdapConformance", List.of("rdap_level_0"))))
                .get("/rdap/domain/{name}", question -> domain(question.name("name")));
        List<Map<String, String>> domains =
                DOMAINS.stream().map(domain -> Map.of("name", domain.value())).toList();
        registrar = HttpBackend.start()
                .get("/health", question -> HttpAnswer.json(Map.of()))
                .get("/customers/" + WHOLESALER, question -> HttpAnswer.json(domains));
        KNOWN.forEach((customer, names) -> registrar.get(
                "/customers/" + customer,
                question -> HttpAnswer.json(
                        names.stream().map(name -> Map.of("name", name)).toList())));
    }

    @AfterAll
    static void stop() {
        registrar.close();
        registry.close();
    }

    private static HttpAnswer domain(String name) {
        String whois = name.equals("cudno.example") ? AWKWARD : "whois.example";
        String lang = name.equals(LARGE) ? "x".repeat(200_000) : "sl";
        return name.equals("nihce.example")
                ? HttpAnswer.json(404, Map.of("errorCode", 404))
                : HttpAnswer.json(Map.of("objectClassName", "domain", "ldhName", name, "port43", whois, "lang", lang));
    }

    @Override
    public Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(definitions.resolve("registry.yaml"), """
                version: 1
                connector: registry
                title: {sl: Register, en: Registry}
                needs: [domain, customer-number]
                yields: [domain]
                concurrency: 1
                limits: {seconds: 600, records: 1000000, bytes: 1000000000}
                sources:
                  - id: rdap
                    transport: rdap
                    settings: {base-url: {example: "${REGISTRY_URL}"}}
                  - id: registrar
                    transport: http
                    settings: {base-url: "${REGISTRAR_URL}", test: {path: /health, method: none}}
                identify:
                  - source: registrar
                    from: customer-number
                    read: {path: "/customers/{customer-number}", not-found: none}
                    yields: {domain: /name}
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
    public String connector() {
        return "registry";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.overHttp("rdap", registry.port()), Remote.overHttp("registrar", registrar.port()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("REGISTRY_URL", registry.url() + "/rdap", "REGISTRAR_URL", registrar.url());
    }

    private static Person person(String... customers) {
        List<Identifier> domains = Arrays.stream(customers)
                .flatMap(customer -> KNOWN.get(customer).stream())
                .<Identifier>map(Identifier.DomainName::new)
                .toList();
        return new Person(
                Arrays.stream(customers)
                        .<Identifier>map(Identifier.CustomerNumber::new)
                        .toList(),
                domains,
                Map.of(WHOLE, (long) domains.size(), ONE_FIELD, (long) domains.size()));
    }

    @Override
    public Person one() {
        return person("1001");
    }

    @Override
    public Person several() {
        return person("1002", "1004");
    }

    @Override
    public Person many() {
        return new Person(
                List.of(new Identifier.CustomerNumber(WHOLESALER)), DOMAINS, Map.of(WHOLE, (long) DOMAINS.size()));
    }

    @Override
    public Person awkward() {
        return new Person(
                List.of(new Identifier.DomainName("cudno.example")), List.of(), Map.of(WHOLE, 1L, ONE_FIELD, 1L));
    }
}
