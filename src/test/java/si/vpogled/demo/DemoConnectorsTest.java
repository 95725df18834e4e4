package si.vpogled.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.definition.Definitions;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.connector.job.TestReport.Check;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.inventory.InventoryCoverage;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.subject.Identifier;

/** The five definitions against the five backends. */
@ExtendWith(SharedDemoWorld.class)
@Tag("slow")
class DemoConnectorsTest {
    private static final Definitions DEFINITIONS = new DefinitionLoader().builtIn();
    private static DemoWorld world;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(DemoWorld shared) {
        world = shared;
    }

    @Test
    void answerForEachItemOfTheInventoryAndForNoOther() {
        assertThat(InventoryCoverage.problems(InventoryLoader.readDefault(), DEFINITIONS.answers()))
                .isEmpty();
        assertThat(DEFINITIONS.answers()).hasSize(114);
    }

    @Test
    void findEveryVariableInTheDemosEnvironment() {
        assertThat(DEFINITIONS.missingVariables(world.backendEnvironment())).isEmpty();
    }

    /** Of a list that is paged nothing but the first page would be read. */
    @Test
    void sayOfEachListHowItIsPaged() {
        assertThat(DEFINITIONS.all().stream()
                        .flatMap(DemoConnectorsTest::reads)
                        .filter(read -> read.has("path") && !read.has("paging"))
                        .map(read -> read.path("path").asText()))
                .as("one record, and a list that its backend gives at once")
                .containsExactlyInAnyOrder("/api/v1/domains/{domain}", "/api/customers/{customer-number}/sites");
    }

    private static Stream<ObjectNode> reads(ConnectorDefinition definition) {
        return Stream.concat(
                definition.identify().stream().map(step -> step.read()),
                definition.collections().stream().map(collection -> collection.read()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing", "whois-domain", "hosting", "dostavljalec", "website-builder"})
    void passTheirOwnTest(String connector) throws Exception {
        RunContext context = new RunContext(
                InstantSource.system(),
                new DirectoryStore(folder.resolve("store"), InstantSource.system()),
                world.backendEnvironment(),
                folder,
                RunContext.Watcher.NONE);
        assertThat(new RunConnector()
                        .test(definition(connector), Duration.ofMinutes(1), context)
                        .checks())
                .filteredOn(check -> check.fault().isPresent())
                .extracting(Check::toString)
                .isEmpty();
    }

    @Test
    void leadFromAnAddressToCustomerNumbers() throws Exception {
        ConnectorRun run = run("billing", new Identifier.Email(DemoCustomers.TWO_EMAIL));
        assertThat(run.outcome().identifiers())
                .extracting(Identifier::value)
                .containsExactlyInAnyOrder(DemoCustomers.FIRST_OF_TWO_NUMBER, DemoCustomers.SECOND_OF_TWO_NUMBER);
    }

    @Test
    void leaveOutAnAccountWhoseAddressChangedLastWeek() throws Exception {
        Map<String, String> environment = new TreeMap<>(world.backendEnvironment());
        environment.put(RunContext.COOLING_OFF_DAYS, "9999");
        ConnectorRun run = ConnectorRun.of(
                definition("billing"), environment, folder, new Identifier.Email(DemoCustomers.CHANGED_EMAIL));
        assertThat(run.outcome().identifiers()).isEmpty();
        assertThat(run.outcome().doubts()).hasSize(1);
        assertThat(run.items(Found.FOUND)).isEmpty();
    }

    @Test
    void holdNothingOfAStranger() throws Exception {
        ConnectorRun run = run("billing", new Identifier.Email(DemoCustomers.STRANGER_EMAIL));
        assertThat(run.outcome().identifiers()).isEmpty();
        assertThat(run.items(Found.NONE_HELD)).hasSameSizeAs(run.outcome().items());
    }

    @Test
    void readTheCompanysBillingOfTwelveYears() throws Exception {
        ConnectorRun run = run("billing", new Identifier.VatId(DemoCustomers.COMPANY_VAT_ID));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.texts().get("domains/legal-framework/invoices.json")).contains("Čebelarstvo Kranjc, d. o. o.");
    }

    @Test
    void readTheCompanysDomainsAndCertificates() throws Exception {
        ConnectorRun run = run("whois-domain", new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain("Geslo-");
        assertThat(InventoryLoader.loadDefault()
                        .item(ItemId.parse("ssl-certificates.service-fulfilment.name"))
                        .orElseThrow()
                        .recipients())
                .as("who issued a certificate is named as who got the data for it")
                .extracting(Item.Recipient::name)
                .allSatisfy(name -> assertThat(
                                run.texts().get("ssl-certificates/service-fulfilment/certificate-orders.csv"))
                        .contains(name));
        assertThat(run.texts().get("domains/service-fulfilment/registry/" + DemoCustomers.COMPANY_DOMAIN + ".json"))
                .contains("rdap_level_0", "registrant");
        assertThat(run.texts()
                        .get("domains/service-fulfilment/registry/" + DemoCustomers.COMPANY_WHOIS_DOMAIN + ".txt"))
                .contains("[owner]");
    }

    @Test
    void giveWhoIsOnlyADomainsContactThatContactAndNothingElseOfTheDomain() throws Exception {
        ConnectorRun run = run("whois-domain", new Identifier.Email("tehnika@" + DemoCustomers.COMPANY_DOMAIN));

        assertThat(run.outcome().identifiers()).isEmpty();
        assertThat(run.items(Found.FOUND))
                .containsExactlyInAnyOrder(
                        "domains.service-fulfilment.name",
                        "domains.service-fulfilment.address",
                        "domains.service-fulfilment.email");
        assertThat(run.texts().get("domains/service-fulfilment/own-contacts.csv"))
                .contains("tehnika@" + DemoCustomers.COMPANY_DOMAIN, "technical")
                .doesNotContain("owner", "administrative", DemoCustomers.COMPANY_EMAIL, DemoCustomers.COMPANY_VAT_ID);
    }

    @Test
    void tellADomainsManagerAndPayerOfItAndItsOwnerNotWhoTheyAre() throws Exception {
        ConnectorRun agency = run("whois-domain", new Identifier.CustomerNumber(DemoCustomers.PATCHMAN_NUMBER));
        assertThat(agency.items(Found.FOUND))
                .containsExactlyInAnyOrder("domains.service-fulfilment.manager", "domains.service-fulfilment.payer");
        assertThat(agency.everything())
                .contains(DemoCustomers.ENTRUSTED_DOMAIN, DemoCustomers.PATCHMAN_EMAIL)
                .doesNotContain("Tina", DemoCustomers.TWO_EMAIL);

        ConnectorRun owner = run("whois-domain", new Identifier.CustomerNumber(DemoCustomers.FIRST_OF_TWO_NUMBER));
        assertThat(owner.found("domains.service-fulfilment.manager")).isEqualTo(Found.FOUND);
        assertThat(owner.everything())
                .contains(DemoCustomers.ENTRUSTED_DOMAIN)
                .doesNotContain(DemoCustomers.PATCHMAN_EMAIL, DemoCustomers.PATCHMAN_NUMBER, "Žleb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whois-domain", "hosting"})
    void tellOfAContactWhoseAddressChangedLastWeekAndGiveNothingOfIt(String connector) throws Exception {
        Map<String, String> environment = new TreeMap<>(world.backendEnvironment());
        environment.put(RunContext.COOLING_OFF_DAYS, "9999");

        ConnectorRun run = ConnectorRun.of(
                definition(connector), environment, folder, new Identifier.Email(DemoCustomers.CHANGED_EMAIL));

        assertThat(run.items(Found.FOUND)).isEmpty();
        assertThat(run.everything()).doesNotContain("Hribar", DemoCustomers.CHANGED_EMAIL);
        assertThat(run.outcome().remarks())
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.text().sl()).contains("vpisan pred kratkim"));
    }

    @Test
    void readTheCompanysHostingWithoutLeavingIt() throws Exception {
        ConnectorRun run = run("hosting", new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        assertThat(run.outcome().fault()).isEmpty();
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain("Geslo-", "root:x:0:0", DemoCustomers.PRIVATE_ACCOUNT);
        assertThat(run.entries()).noneMatch(entry -> entry.name().contains("sistem"));
        assertThat(run.outcome().remarks()).isNotEmpty();
    }

    @Test
    void readTheLogByTheNamesOfPanelAndFtpWithoutThoseOfOthers() throws Exception {
        ConnectorRun run = run("hosting", new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        assertThat(run.texts().get("shared-hosting/user-data/access-log.csv"))
                .contains(
                        DemoCustomers.COMPANY_PANEL_USER,
                        DemoCustomers.COMPANY_ACCOUNT + "@" + DemoCustomers.COMPANY_DOMAIN)
                .doesNotContain(DemoCustomers.SHARED_FTP_USER);

        run = run("hosting", new Identifier.CustomerNumber(DemoCustomers.NO_PATCHMAN_NUMBER));
        assertThat(run.texts().get("shared-hosting/user-data/access-log.csv").lines())
                .as("a heading, and the lines of two packages that share a login, each once")
                .hasSize(1 + 2 * 25)
                .anyMatch(line -> line.contains(DemoCustomers.SHARED_FTP_USER));
    }

    @Test
    void giveWhoIsOnlyAContactAtPatchmanThatAddressAndNothingElseOfTheAccount() throws Exception {
        ConnectorRun run = run("hosting", new Identifier.Email("tehnika@" + DemoCustomers.COMPANY_DOMAIN));

        assertThat(run.outcome().identifiers()).isEmpty();
        assertThat(run.items(Found.FOUND)).containsExactly("shared-hosting.user-data.patchman-contact-emails");
        assertThat(run.everything())
                .contains("tehnika@" + DemoCustomers.COMPANY_DOMAIN)
                .doesNotContain(DemoCustomers.COMPANY_EMAIL, "nadzorna plošča");
    }

    @Test
    void tellPatchmanFromNoPatchman() throws Exception {
        ConnectorRun with = run("hosting", new Identifier.CustomerNumber(DemoCustomers.PATCHMAN_NUMBER));
        ConnectorRun without = run("hosting", new Identifier.CustomerNumber(DemoCustomers.NO_PATCHMAN_NUMBER));
        assertThat(with.found("vps.user-data.patchman-file-names")).isEqualTo(Found.FOUND);
        assertThat(without.found("vps.user-data.patchman-file-names")).isEqualTo(Found.NONE_HELD);
        assertThat(without.found("vps.user-data.files")).isEqualTo(Found.FOUND);
        assertThat(without.found("vps.service-fulfilment.server-credentials")).isEqualTo(Found.FOUND);
    }

    @Test
    void readTheCompanysNewsletterWithItsAwkwardNotes() throws Exception {
        ConnectorRun run = run("dostavljalec", new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain("Geslo-");
        assertThat(run.texts().get("dostavljalec/user-data/contacts.csv")).contains("'=HYPERLINK");
        assertThat(run.texts().get("dostavljalec/user-data/contacts.vcf")).contains(DemoCustomers.STRANGER_EMAIL);
    }

    @Test
    void readAHundredThousandContacts() throws Exception {
        ConnectorRun run = run("dostavljalec", new Identifier.CustomerNumber(DemoCustomers.NEWSLETTER_NUMBER));
        assertThat(run.entries())
                .filteredOn(entry -> entry.name().endsWith("contacts.json"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.records()).isEqualTo(DemoCustomers.NEWSLETTER_CONTACTS));
    }

    @Test
    void readTheCompanysWebsiteWithNamesMadeSafe() throws Exception {
        ConnectorRun run = run("website-builder", new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain("Geslo-");
        assertThat(run.entries())
                .filteredOn(entry -> entry.collection().equals("site-content"))
                .hasSize(8);
        assertThat(run.entries())
                .noneMatch(entry -> entry.name().contains("..") || entry.name().startsWith("/"));
    }

    /** Proved by staff, although nobody knows whose customer number it is. */
    @Test
    void readOneProvedDomainAndNothingElseOfItsCustomer() throws Exception {
        ConnectorRun run = run("whois-domain", new Identifier.DomainName(DemoCustomers.COMPANY_DOMAIN));
        assertThat(run.items(Found.FOUND))
                .isNotEmpty()
                .allMatch(item -> item.startsWith("domains.service-fulfilment."))
                .contains("domains.service-fulfilment.manager", "domains.service-fulfilment.name");
        assertThat(run.texts()).containsKey("domains/service-fulfilment/registry/cebelarstvo-kranjc.si.json");
        assertThat(run.everything()).contains("Kranjc").doesNotContain(DemoCustomers.COMPANY_WHOIS_DOMAIN);
        assertThat(run.outcome().identifiers()).isEmpty();
    }

    @Test
    void readOneProvedHostingAccountAndNothingElseOfItsCustomer() throws Exception {
        ConnectorRun run = run("hosting", new Identifier.HostingAccount(DemoCustomers.COMPANY_ACCOUNT));
        assertThat(run.found("shared-hosting.user-data.files")).isEqualTo(Found.FOUND);
        assertThat(run.items(Found.FOUND)).allMatch(item -> item.startsWith("shared-hosting."));
        assertThat(run.everything()).doesNotContain(DemoCustomers.COMPANY_SERVER, DemoCustomers.PRIVATE_ACCOUNT);
    }

    @Test
    void readOneProvedServerAndNothingElseOfItsCustomer() throws Exception {
        ConnectorRun run = run("hosting", new Identifier.VpsServer(DemoCustomers.COMPANY_SERVER));
        assertThat(run.found("vps.user-data.files")).isEqualTo(Found.FOUND);
        assertThat(run.items(Found.FOUND)).allMatch(item -> item.startsWith("vps."));
    }

    @Test
    void readOneProvedNewsletterAccount() throws Exception {
        ConnectorRun run = run("dostavljalec", new Identifier.DostavljalecAccount(DemoCustomers.COMPANY_NEWSLETTER));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain(DemoCustomers.NEWSLETTER_ACCOUNT);
    }

    @Test
    void readOneProvedWebsite() throws Exception {
        ConnectorRun run = run("website-builder", new Identifier.Website(DemoCustomers.COMPANY_SITE));
        assertThat(run.items(Found.FOUND)).hasSameSizeAs(run.outcome().items());
        assertThat(run.everything()).doesNotContain("golob");
    }

    @Test
    void holdNothingOfAnAccountThatIsNobodys() throws Exception {
        assertThat(run("whois-domain", new Identifier.DomainName("ni-je.si")).items(Found.FOUND))
                .isEmpty();
        assertThat(run("hosting", new Identifier.HostingAccount("nihcev")).items(Found.FOUND))
                .isEmpty();
        assertThat(run("dostavljalec", new Identifier.DostavljalecAccount("nihcev"))
                        .items(Found.FOUND))
                .isEmpty();
        assertThat(run("website-builder", new Identifier.Website("site-1")).items(Found.FOUND))
                .isEmpty();
    }

    /** The panel's database itself takes these for one account. */
    @ParameterizedTest
    @ValueSource(strings = {"Cebelar", "cebelár", "čebelar"})
    void tellAccountsApartThatDifferOnlyByCaseOrAccent(String account) throws Exception {
        assertThat(run("hosting", new Identifier.HostingAccount(account)).items(Found.FOUND))
                .isEmpty();
    }

    @Test
    void tellServersApartThatDifferOnlyByCase() throws Exception {
        assertThat(run("hosting", new Identifier.VpsServer(DemoCustomers.COMPANY_SERVER.toUpperCase(Locale.ROOT)))
                        .items(Found.FOUND))
                .isEmpty();
    }

    private ConnectorRun run(String connector, Identifier known) throws Exception {
        return ConnectorRun.of(definition(connector), world.backendEnvironment(), folder, known);
    }

    private static ConnectorDefinition definition(String connector) {
        return DEFINITIONS.find(connector).orElseThrow();
    }
}
