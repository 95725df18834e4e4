package si.vpogled.connector.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.connector.WithCredentials;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;
import si.vpogled.subject.Identifier;

/** The contract over a small backend with pages, details and files. */
class HttpContractTest extends ConnectorContractTest implements OverHttp, WithCredentials {
    private static final int PAGE = 10_000;
    private static final Map<String, List<String>> ACCOUNTS = Map.of(
            "1001", List.of("ena"), "1002", List.of("dva", "tri"), "1003", List.of("veliko"), "1004", List.of("čudno"));
    private static final Map<String, Integer> CONTACTS =
            Map.of("ena", 3, "dva", 2, "tri", 4, "veliko", 100_000, "čudno", 1);

    private static HttpBackend backend;

    @BeforeAll
    static void start() {
        String right = "Basic " + Base64.getEncoder().encodeToString("vpogled:geslo".getBytes(StandardCharsets.UTF_8));
        backend = HttpBackend.start()
                .guard(question ->
                        question.header("Authorization").filter(right::equals).isPresent()
                                ? Optional.empty()
                                : Optional.of(HttpAnswer.json(401, Map.of())))
                .get("/customers/{number}/accounts", HttpContractTest::accounts)
                .get("/accounts/{account}/contacts", HttpContractTest::contacts)
                .get("/accounts/{account}/mails", question -> HttpAnswer.json(List.of(Map.of("id", "a/1"))))
                .get(
                        "/accounts/{account}/mails/{id}",
                        question -> HttpAnswer.json(Map.of("text", "Dobrodošli, " + question.name("id"))))
                .get(
                        "/accounts/{account}/backups",
                        question -> HttpAnswer.json(List.of(Map.of("name", "januar/kopija.tar", "at", "raw/1"))))
                .get("/health", question -> HttpAnswer.json(Map.of()))
                .get("/raw/{id}", question -> HttpAnswer.of(200, "application/x-tar", new byte[50_000]));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static HttpAnswer accounts(HttpQuestion question) {
        List<String> accounts = ACCOUNTS.getOrDefault(question.name("number"), List.of());
        return accounts.isEmpty()
                ? HttpAnswer.json(404, Map.of())
                : HttpAnswer.json(accounts.stream()
                        .map(account -> Map.of("account", account))
                        .toList());
    }

    private static HttpAnswer contacts(HttpQuestion question) {
        String account = question.name("account");
        int all = CONTACTS.get(account);
        int from = question.number("after", 0);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("next", from + PAGE < all ? from + PAGE : null);
        page.put(
                "contacts",
                IntStream.range(from, Math.min(from + PAGE, all))
                        .mapToObj(id -> Map.of("id", id, "name", account.equals("čudno") ? AWKWARD : "Oseba " + id))
                        .toList());
        return HttpAnswer.json(page);
    }

    @Override
    public Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(definitions.resolve("pages.yaml"), """
                version: 1
                connector: pages
                title: {sl: Strani, en: Pages}
                needs: [customer-number]
                yields: [dostavljalec-account]
                concurrency: 1
                limits: {seconds: 600, records: 1000000, bytes: 1000000000}
                sources:
                  - id: api
                    transport: http
                    settings:
                      base-url: "${PAGES_URL}"
                      auth: {type: basic, user: "${PAGES_USER}", password: {secret: password}}
                      test: {path: /health}
                identify:
                  - source: api
                    from: customer-number
                    read: {path: "/customers/{customer-number}/accounts", not-found: none}
                    yields: {dostavljalec-account: /account}
                collections:
                  - id: contacts
                    title: {sl: Kontakti, en: Contacts}
                    source: api
                    services: [dostavljalec]
                    row: user-data
                    per: dostavljalec-account
                    read:
                      path: "/accounts/{dostavljalec-account}/contacts"
                      records: /contacts
                      paging: {by: cursor, parameter: after, next: /next}
                    fields:
                      - {name: number, from: /id, type: integer, label: {sl: Številka, en: Number}}
                      - {name: name, from: /name, item: contact-lists, label: {sl: Ime, en: Name}}
                  - id: mails
                    title: {sl: Pošta, en: Mail}
                    source: api
                    services: [dostavljalec]
                    row: service-fulfilment
                    per: dostavljalec-account
                    read:
                      path: "/accounts/{dostavljalec-account}/mails"
                      detail: {path: "/accounts/{dostavljalec-account}/mails/{/id}"}
                    fields:
                      - {name: text, from: /text, item: activation-email, label: {sl: Besedilo, en: Text}}
                  - id: backups
                    title: {sl: Kopije, en: Backups}
                    source: api
                    services: [dostavljalec]
                    row: user-data
                    per: dostavljalec-account
                    as: files
                    item: backups
                    read:
                      path: "/accounts/{dostavljalec-account}/backups"
                      file: {url: /at, name: "{/name}"}
                """);
        return definitions;
    }

    @Override
    public String connector() {
        return "pages";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.overHttp("api", backend.port()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("PAGES_URL", backend.url(), "PAGES_USER", "vpogled", "VPOGLED_SECRET_PAGES_PASSWORD", "geslo");
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(
                new Wrong("api", "VPOGLED_SECRET_PAGES_PASSWORD", "ugibanje"), new Wrong("api", "PAGES_USER", "nihče"));
    }

    private static Person person(String customer) {
        List<String> accounts = ACCOUNTS.get(customer);
        return new Person(
                List.of(new Identifier.CustomerNumber(customer)),
                accounts.stream()
                        .map(account -> (Identifier) new Identifier.DostavljalecAccount(account))
                        .toList(),
                Map.of(
                        "dostavljalec.user-data.contact-lists",
                        accounts.stream().mapToLong(CONTACTS::get).sum(),
                        "dostavljalec.service-fulfilment.activation-email",
                        (long) accounts.size(),
                        "dostavljalec.user-data.backups",
                        (long) accounts.size()));
    }

    @Override
    public Person one() {
        return person("1001");
    }

    @Override
    public Person several() {
        return person("1002");
    }

    @Override
    public Person many() {
        return person("1003");
    }

    @Override
    public Person awkward() {
        return person("1004");
    }
}
