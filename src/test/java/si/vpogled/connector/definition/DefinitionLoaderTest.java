package si.vpogled.connector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.definition.ConnectorDefinition.Form;
import si.vpogled.connector.jdbc.JdbcTransport;
import si.vpogled.inventory.Answer;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;

class DefinitionLoaderTest {
    private static final String BILLING = """
            version: 1
            connector: billing
            title: {sl: Obračun, en: Billing}
            needs: [email, customer-number]
            yields: [customer-number]
            concurrency: 4
            limits: {seconds: 1800, records: 5000000, bytes: 10000000000}
            sources:
              - id: ledger
                transport: jdbc
                settings: {url: "${BILLING_JDBC_URL}", user: "${BILLING_USER}", password: {secret: password}}
            identify:
              - source: ledger
                from: email
                read: {query: "select number, changed from customer where email = :email"}
                yields: {customer-number: number}
                contact-changed: changed
            collections:
              - id: invoices
                title: {sl: Računi, en: Invoices}
                source: ledger
                services: [domains, vps]
                row: legal-framework
                per: customer-number
                read: {query: "select * from invoice where customer = :customer-number and service = :service"}
                fields:
                  - {name: number, from: number, label: {sl: Številka, en: Number}}
                  - {name: issuedOn, from: issued_on, type: date, label: {sl: Izdan, en: Issued}}
                  - {name: name, from: customer_name, item: name, label: {sl: Naziv, en: Name}}
                retention: {from: issued_on, rule: zddv-1-86}
            """;

    private static final String FILES = """
              - id: registry
                title: {sl: Register, en: Registry}
                source: ledger
                services: [vps]
                row: service-fulfilment
                per: customer-number
                as: files
                item: name
                carries: [email, adress]
                read: {query: "select 1"}
            """;

    private final DefinitionLoader loader = new DefinitionLoader(Map.of("jdbc", new JdbcTransport()));

    @TempDir
    Path folder;

    @Test
    void aDefinitionIsReadWithWhatItLeavesOut() throws IOException {
        write("billing", BILLING);

        ConnectorDefinition billing = loader.fromFolder(folder).find("billing").orElseThrow();

        assertThat(billing.needs()).containsExactly(IdentifierKind.EMAIL, IdentifierKind.CUSTOMER_NUMBER);
        assertThat(billing.identify().getFirst().yields()).containsEntry(IdentifierKind.CUSTOMER_NUMBER, "number");
        assertThat(billing.identify().getFirst().contactChanged()).contains("changed");
        assertThat(billing.items())
                .containsExactly(
                        ItemId.parse("domains.legal-framework.name"), ItemId.parse("vps.legal-framework.name"));
        CollectionDefinition invoices = billing.collections().getFirst();
        assertThat(invoices.as()).isEqualTo(Form.RECORDS);
        assertThat(invoices.item()).isEmpty();
        assertThat(invoices.fields().get(0).item()).isEmpty();
        assertThat(invoices.fields().get(0).type()).isEqualTo(FieldType.TEXT);
        assertThat(invoices.fields().get(1).type()).isEqualTo(FieldType.DATE);
    }

    @Test
    void aJobReadsItsOwnDefinitionAlone() throws IOException {
        write("billing", BILLING);
        write("other", "connector: [");

        assertThat(loader.only("billing", Optional.of(folder), Optional.empty()))
                .map(ConnectorDefinition::connector)
                .contains("billing");
        assertThat(loader.only("nobody", Optional.of(folder), Optional.empty())).isEmpty();
        assertThatThrownBy(() -> loader.only("other", Optional.of(folder), Optional.empty()))
                .isInstanceOf(InvalidFileException.class);

        DefinitionLoader installed = new DefinitionLoader();
        assertThat(installed.only("hosting", Optional.empty(), Optional.empty()))
                .map(ConnectorDefinition::connector)
                .contains("hosting");
        assertThat(installed.only("nobody", Optional.empty(), Optional.empty())).isEmpty();
    }

    /** The mistake shows that nobody looks for one. */
    @Test
    void aJobDoesNotCheckTheVeryFileThatTheServiceCheckedAndAnyOtherItDoes() throws IOException {
        String mistaken = BILLING.replace("concurrency: 4", "concurrency: 4000");
        assertThat(mistaken).isNotEqualTo(BILLING);
        write("billing", mistaken);

        assertThat(loader.only("billing", Optional.of(folder), Optional.of(Sha256.hex(mistaken))))
                .map(ConnectorDefinition::concurrency)
                .contains(4000);
        assertThatThrownBy(() -> loader.only("billing", Optional.of(folder), Optional.of(Sha256.hex(BILLING))))
                .isInstanceOf(InvalidFileException.class);
    }

    @Test
    void whatTheServiceCheckedIsKnownByItsBytes() throws IOException {
        write("billing", BILLING);

        assertThat(loader.fromFolder(folder).checksums()).isEqualTo(Map.of("billing", Sha256.hex(BILLING)));
    }

    @Test
    void whatItsJobNeedsIsReadAndHeldToTheSchema() throws IOException {
        write("billing", BILLING + "job: {image: 'registry.example/own:1', limits: {memory: 1Gi}}\n");

        ConnectorDefinition billing = loader.fromFolder(folder).find("billing").orElseThrow();

        assertThat(billing.job().orElseThrow().image()).contains("registry.example/own:1");
        assertThat(billing.job().orElseThrow().command()).isEmpty();
        assertThat(billing.job().orElseThrow().limits()).isEqualTo(Map.of("memory", "1Gi"));
        assertThat(billing.variables()).containsExactlyInAnyOrder("BILLING_JDBC_URL", "BILLING_USER");
        assertThat(billing.usesSecrets()).isTrue();

        write("billing", BILLING + "job: {limits: {memory: plenty}}\n");
        assertThatThrownBy(() -> loader.fromFolder(folder)).hasMessageContaining("billing.yaml:31:24: memory:");
    }

    @Test
    void variablesThatNothingSetsAreToldWithTheirPlace() throws IOException {
        write("billing", BILLING);

        Definitions definitions = loader.fromFolder(folder);

        assertThat(definitions.missingVariables(Map.of("BILLING_JDBC_URL", "jdbc:postgresql://db/billing")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.toString()).contains("billing.yaml:11:").contains("BILLING_USER");
                });
    }

    @Test
    void variablesAreFilledInOnlyOnceAndOnlyIfSet() throws Exception {
        write("billing", BILLING);
        var settings =
                loader.fromFolder(folder).all().getFirst().sources().getFirst().settings();

        var filled = Placeholders.filled(settings, Map.of("BILLING_JDBC_URL", "jdbc:a$1${X}", "BILLING_USER", "u"));

        assertThat(filled.path("url").asText()).isEqualTo("jdbc:a$1${X}");
        assertThatThrownBy(() -> Placeholders.filled(settings, Map.of()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("BILLING_JDBC_URL, BILLING_USER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "transport: jdbc | transport: odbc | 10 | no transport odbc is installed; there are jdbc",
                "concurrency: 4 | concurrency: many | 6 | concurrency",
                "connector: billing | connector: invoicing | 2 | is called invoicing.yaml",
                "needs: [email, customer-number] | needs: [e-mail] | 4 | does not have a value in the enumeration",
                "per: customer-number | per: website | 24 | no website is known here",
                "needs: [email, customer-number] | needs: [customer-number] | 14 | no email is known here: name it in needs",
                "= :email | = :vat-id | 15 | nothing is bound to vat-id; here there is email",
                "= :service | = :domain | 25 | nothing is bound to domain; here there is customer-number, service",
                "yields: [customer-number] | yields: [customer-number, domain] | 5 | no step of identify yields domain",
                "yields: [customer-number] | yields: [] | 16 | customer-number is not among what the connector yields",
                "{secret: password} | hunter2 | 11 | password",
                "password: {secret: password} | password: {secret: password}, port: 1 | 11 | no port belongs here",
                "item: name, | | 19 | answers for no inventory item",
                "item: name, | item: Name, | 29 | item",
                "name: issuedOn | name: number | 28 | a field number stands already above",
                "item: name, | item: name, redact: ['('], | 29 | is no regular expression",
                "item: name, | item: name, redact: [abc], | 29 | has no group",
                "item: name, | item: name, vcard: FN, | 29 | only contacts",
                "from: issued_on, rule | from: paid_on, rule | 30 | no field comes from paid_on",
                "row: legal-framework | as: files | 19 | required property 'row' not found",
                "query: \"select * | statement: \"select * | 25 | query",
                "id: ledger | id: books | 13 | there is no source ledger",
            })
    void aMistakeIsToldWithItsLine(String right, String wrong, int line, String reason) throws IOException {
        write("billing", BILLING.replace(right, wrong == null ? "" : wrong));

        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void onlyFilesCarryItemsAndTheRetentionsOwnFieldIsNotTaken() throws IOException {
        write("billing", BILLING.replace("row: legal-framework", "row: legal-framework\n    carries: [email]"));
        assertThat(problems())
                .extracting(Problem::reason)
                .contains("only files and mail carry items; give them to fields");

        write("billing", BILLING.replaceFirst("\\{name: [A-Za-z]+,", "{name: keptUntil,"));
        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.line() == 27);
    }

    @Test
    void filesNeedAnItemAndHaveNoFields() throws IOException {
        write("billing", BILLING.replace("row: legal-framework", "row: legal-framework\n    as: files"));

        assertThat(problems())
                .extracting(Problem::reason)
                .contains("files and mail need an item that they answer for", "files and mail have no fields");
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
        write("billing", BILLING.replace("concurrency: 4", "concurrency: 0"));
        write("other", "version: [");

        assertThat(problems()).extracting(Problem::file).anyMatch(file -> file.endsWith("billing.yaml"));
        assertThat(problems()).extracting(Problem::file).anyMatch(file -> file.endsWith("other.yaml"));
    }

    @Test
    void connectorsThatWaitForEachOtherAreRefused() throws IOException {
        String one = BILLING.replace("needs: [email, customer-number]", "needs: [email, domain]");
        String other = BILLING.replace("connector: billing", "connector: whois")
                .replace("id: invoices", "id: entries")
                .replace("needs: [email, customer-number]", "needs: [customer-number]")
                .replace("from: email", "from: customer-number")
                .replace("= :email", "= :customer-number")
                .replace("yields: [customer-number]", "yields: [domain]")
                .replace("{customer-number: number}", "{domain: number}");
        write("billing", one);
        write("whois", other);

        assertThat(problems())
                .extracting(Problem::reason)
                .containsExactly("connectors wait for each other: billing for whois for billing");
    }

    @Test
    void twoThatWouldWriteToTheSamePlaceOfABundleAreRefused() throws IOException {
        write("billing", BILLING);
        write(
                "shop",
                BILLING.replace("connector: billing", "connector: shop")
                        .replace("needs: [email, customer-number]", "needs: [email]")
                        .replace("yields: [customer-number]", "yields: [website]")
                        .replace("{customer-number: number}", "{website: number}")
                        .replace("per: customer-number", "per: website")
                        .replace(":customer-number", ":website")
                        .replace("services: [domains, vps]", "services: [vps]"));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("shop.yaml");
            assertThat(problem.line()).isEqualTo(19);
            assertThat(problem.reason())
                    .endsWith("billing.yaml brings a collection vps/legal-framework/invoices already");
        });
    }

    @Test
    void whatAnswersForAnItemIsKnownByItsLine() throws IOException {
        write("billing", BILLING);

        assertThat(loader.fromFolder(folder).answers())
                .satisfiesExactly(
                        domains -> {
                            assertThat(domains.item()).isEqualTo(ItemId.parse("domains.legal-framework.name"));
                            assertThat(domains.connector()).isEqualTo("billing");
                            assertThat(domains.place().line()).isEqualTo(29);
                        },
                        vps -> assertThat(vps.item()).isEqualTo(ItemId.parse("vps.legal-framework.name")));
    }

    @Test
    void whatFilesCarryIsAnsweredForAtItsOwnLineAndNeverTwice() throws IOException {
        write("billing", BILLING + FILES);

        Definitions definitions = loader.fromFolder(folder);

        assertThat(definitions.answers())
                .extracting(Answer::item)
                .containsExactlyInAnyOrderElementsOf(
                        definitions.find("billing").orElseThrow().items());
        assertThat(definitions.answers())
                .filteredOn(answer -> answer.item().equals(ItemId.parse("vps.service-fulfilment.adress")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.place().line()).isEqualTo(39));

        write("billing", BILLING + FILES.replace("adress", "name"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo("name is the collection's item already");
            assertThat(problem.line()).isEqualTo(39);
        });
    }

    @Test
    void aReadThatTakesNotFoundForNothingHeldNeedsATestPath() throws IOException {
        String http = BILLING.replace("transport: jdbc", "transport: http")
                .replaceFirst("settings: .*", "settings: {base-url: 'https://billing.example'}")
                .replaceFirst("read: .*", "read: {path: '/customers', not-found: none}")
                .replaceFirst("read: .query.*invoice.*", "read: {path: '/invoices/{customer-number}'}");
        write("billing", http);

        assertThat(catchThrowableOfType(InvalidFileException.class, () -> new DefinitionLoader().fromFolder(folder))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(15);
                    assertThat(problem.reason()).contains("not-found: none needs test.path");
                });

        write("billing", http.replace("billing.example'", "billing.example', test: {path: /health}"));
        assertThat(new DefinitionLoader().fromFolder(folder).all()).hasSize(1);
    }

    @Test
    void aFolderWithoutDefinitionsIsRefused() {
        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("*.yaml"));
    }

    private List<Problem> problems() {
        return catchThrowableOfType(InvalidFileException.class, () -> loader.fromFolder(folder))
                .problems();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }
}
