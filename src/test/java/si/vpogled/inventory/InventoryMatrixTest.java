package si.vpogled.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import si.vpogled.law.Circumstances;
import si.vpogled.law.Circumstances.Asker;
import si.vpogled.law.Circumstances.Contract;
import si.vpogled.law.Circumstances.Reach;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.RetentionRule;
import si.vpogled.text.Text;

/** The table of six services by three rows, cell by cell, against the inventory that comes with the program. */
class InventoryMatrixTest {
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    private static final List<String> SERVICES =
            List.of("domains", "ssl-certificates", "shared-hosting", "vps", "dostavljalec", "websites");

    /** service | row | connector: items; connector: items. */
    private static final String MATRIX = """
            domains          | legal-framework    | billing: name address vat-id email
            ssl-certificates | legal-framework    | billing: name address vat-id email
            shared-hosting   | legal-framework    | billing: name address vat-id email
            vps              | legal-framework    | billing: name address vat-id email
            dostavljalec     | legal-framework    | billing: name address vat-id email
            websites         | legal-framework    | billing: name address vat-id email

            domains          | service-fulfilment | whois-domain: name address vat-id email manager payer; billing: payer-ip paypal-account payer-bank-account
            ssl-certificates | service-fulfilment | whois-domain: name address vat-id email; billing: payer-ip paypal-account payer-bank-account
            shared-hosting   | service-fulfilment | billing: name address vat-id email payer-ip paypal-account payer-bank-account; hosting: panel-credentials ftp-credentials activation-email migration-package migration-panel-credentials migration-mailbox-passwords
            vps              | service-fulfilment | billing: name address vat-id email payer-ip paypal-account payer-bank-account; hosting: server-credentials activation-email migration-server-credentials migration-panel-credentials migration-mailbox-passwords
            dostavljalec     | service-fulfilment | billing: name address vat-id email payer-ip paypal-account payer-bank-account; dostavljalec: account-credentials activation-email
            websites         | service-fulfilment | billing: name address vat-id email payer-ip paypal-account payer-bank-account; website-builder: account-credentials activation-email

            domains          | user-data          |
            ssl-certificates | user-data          | whois-domain: installation-credentials
            shared-hosting   | user-data          | hosting: files databases email-messages log-records backups access-log patchman-contact-emails patchman-domain-names patchman-file-names
            vps              | user-data          | hosting: files databases email-messages log-records backups access-log patchman-contact-emails patchman-domain-names patchman-file-names
            dostavljalec     | user-data          | dostavljalec: contact-lists campaigns campaign-statistics contact-actions backups access-log
            websites         | user-data          | website-builder: site-content contact-forms editor-statistics visitor-statistics backups access-log
            """;

    @Test
    void theOneThatComesAlongIsRightThoughNoProcessChecksItAgain() {
        assertThat(InventoryLoader.read(Path.of("src/main/resources/inventory.yaml"))
                        .inventory())
                .isEqualTo(INVENTORY);
    }

    @TestFactory
    Stream<DynamicTest> everyCellHoldsExactlyItsItemsEachFromItsConnector() {
        return MATRIX.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] parts = line.split("\\|", -1);
            String service = parts[0].strip();
            String row = parts[1].strip();
            return DynamicTest.dynamicTest(
                    service + "." + row,
                    () -> assertThat(INVENTORY.cell(service, row).items())
                            .extracting(item -> item.connector() + ": " + item.id())
                            .containsExactlyInAnyOrderElementsOf(expected(service, row, parts[2].strip())));
        });
    }

    private static List<String> expected(String service, String row, String sources) {
        return Stream.of(sources.split(";"))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .flatMap(source -> {
                    String[] parts = source.split(": ");
                    return Stream.of(parts[1].split(" "))
                            .map(name -> parts[0] + ": " + service + "." + row + "." + name);
                })
                .toList();
    }

    @Test
    void theTableHasSixServicesThreeRowsEighteenCellsAnd114Items() {
        assertThat(INVENTORY.services()).extracting(Inventory.ServiceColumn::id).containsExactlyElementsOf(SERVICES);
        assertThat(INVENTORY.rows())
                .extracting(Inventory.Row::id)
                .containsExactly("legal-framework", "service-fulfilment", "user-data");
        assertThat(INVENTORY.cells()).hasSize(18);
        assertThat(INVENTORY.items()).hasSize(114);
        assertThat(MATRIX.lines().filter(line -> !line.isBlank())).hasSize(18);
    }

    @Test
    void aCellWithoutItemsSaysWhy() {
        assertThat(INVENTORY.cell("domains", "user-data").note().en()).contains("no access to data of the user");
    }

    @Test
    void secretsAreReportedAsHeldAndNothingElseIs() {
        assertThat(INVENTORY.items()).allSatisfy(item -> {
            boolean secret = item.id().name().endsWith("-credentials")
                    || item.id().name().endsWith("-passwords");
            assertThat(item.secret()).as(item.id().toString()).isEqualTo(secret);
            assertThat(item.access() == Item.Access.HELD_ONLY)
                    .as(item.id().toString())
                    .isEqualTo(secret);
        });
    }

    @Test
    void gdprArt4_8_theProviderIsProcessorOfWhatCustomersStoreAndOfNothingElse() {
        Set<String> content = Set.of(
                "files",
                "databases",
                "email-messages",
                "log-records",
                "backups",
                "contact-lists",
                "contact-actions",
                "campaigns",
                "campaign-statistics",
                "site-content",
                "contact-forms",
                "visitor-statistics");
        assertThat(INVENTORY.items()).allSatisfy(item -> {
            assertThat(item.content())
                    .as(item.id().toString())
                    .isEqualTo(content.contains(item.id().name()));
            assertThat(item.role() == Item.Role.PROCESSOR)
                    .as(item.id().toString())
                    .isEqualTo(item.content());
        });
    }

    @Test
    void backupsAreListedAndGoByRotation() {
        List<Item> backups = INVENTORY.items().stream()
                .filter(item -> item.id().name().equals("backups"))
                .toList();

        assertThat(backups).hasSize(4).allSatisfy(item -> {
            assertThat(item.access()).isEqualTo(Item.Access.LISTING);
            assertThat(item.erasure()).isEqualTo(Item.Erasure.ROTATION);
            assertThat(item.retention().rule()).isEqualTo(RetentionRule.ROTATION);
            assertThat(item.retention().days()).contains(30);
        });
    }

    @Test
    void zddv1Art86_whatTheTaxLawAsksForIsKeptTenYears() {
        assertThat(INVENTORY.items())
                .filteredOn(item -> item.id().row().equals("legal-framework"))
                .hasSize(24)
                .allSatisfy(item -> {
                    assertThat(item.legalBasis().article()).isEqualTo("c");
                    assertThat(item.legalBasis().statute())
                            .hasValueSatisfying(
                                    statute -> assertThat(statute.sl()).contains("86. člen"));
                    assertThat(item.retention().rule()).isEqualTo(RetentionRule.ZDDV_1_86);
                    assertThat(item.retention().text()).isEqualTo(RetentionRule.ZDDV_1_86.text());
                    assertThat(item.erasure()).isEqualTo(Item.Erasure.KEEP_BY_LAW);
                });
    }

    @Test
    void gdprArt17_everyItemHasAVerdictByItsOwnRule() {
        Circumstances longAgo = new Circumstances(
                Asker.CUSTOMER, Contract.ENDED, Reach.ERASABLE, Optional.of(LocalDate.of(2010, 1, 1)));

        assertThat(INVENTORY.items()).allSatisfy(item -> {
            ErasureVerdict verdict = item.erasureRule().verdict(longAgo, LocalDate.of(2026, 11, 23));
            assertThat(verdict)
                    .isInstanceOf(
                            switch (item.erasure()) {
                                case ERASE, KEEP_BY_LAW, WITH_CONTRACT -> ErasureVerdict.Erase.class;
                                case ANONYMISE -> ErasureVerdict.Anonymise.class;
                                case ROTATION -> ErasureVerdict.Restrict.class;
                            });
        });
    }

    @Test
    void gdprArt15_1c_recipientsAreNamedOneByOne() {
        assertThat(recipients("shared-hosting.user-data.patchman-file-names"))
                .containsExactly("Patchman B.V., Neptunusstraat 27 A, 7521 WC Enschede, NL");
        assertThat(recipients("domains.service-fulfilment.email"))
                .anySatisfy(recipient -> assertThat(recipient).startsWith("Register.si"));
        assertThat(recipients("ssl-certificates.service-fulfilment.name")).hasSize(1);
        assertThat(recipients("vps.service-fulfilment.paypal-account"))
                .anySatisfy(recipient -> assertThat(recipient).startsWith("PayPal"));
        assertThat(recipients("domains.service-fulfilment.manager")).isEmpty();
    }

    private static List<String> recipients(String id) {
        return item(id).recipients().stream()
                .map(recipient -> recipient.name() + ", " + recipient.address() + ", " + recipient.country())
                .toList();
    }

    @Test
    void gdprArt20_1_derivedDataAndWhatRestsOnNeitherConsentNorContractIsOutsidePortability() {
        assertThat(INVENTORY.items())
                .filteredOn(item -> item.portability() == Item.Portability.INCLUDED)
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.origin()).as(item.id().toString()).isNotEqualTo(Item.Origin.DERIVED);
                    assertThat(item.legalBasis().article())
                            .as(item.id().toString())
                            .isIn("a", "b");
                });
    }

    @Test
    void conditionsOfTheSourceAreKept() {
        assertThat(condition("websites.service-fulfilment.vat-id")).isEqualTo("Legal entities only.");
        assertThat(condition("domains.service-fulfilment.payer-ip")).isEqualTo("Online payments only.");
        assertThat(condition("domains.service-fulfilment.paypal-account")).isEqualTo("PayPal payments only.");
        assertThat(condition("vps.user-data.patchman-domain-names"))
                .isEqualTo("Only with an ordered Patchman licence.");
        assertThat(condition("ssl-certificates.service-fulfilment.name")).isEqualTo("Paid certificates only.");
        assertThat(item("shared-hosting.user-data.patchman-domain-names").condition())
                .isEmpty();
    }

    private static String condition(String id) {
        return item(id).condition().orElseThrow().en();
    }

    @Test
    void termsAreThoseOfTheTaxonomies() {
        assertThat(INVENTORY.items())
                .extracting(Item::fideslang)
                .isSubsetOf(
                        "user.name",
                        "user.account",
                        "user.account.username",
                        "user.authorization.credentials",
                        "user.authorization.password",
                        "user.behavior",
                        "user.behavior.browsing_history",
                        "user.contact",
                        "user.contact.address",
                        "user.contact.email",
                        "user.content",
                        "user.content.private",
                        "user.content.public",
                        "user.device.ip_address",
                        "user.financial",
                        "user.financial.bank_account",
                        "user.government_id");
        assertThat(INVENTORY.items())
                .extracting(Item::dpv)
                .isSubsetOf(
                        "dpv:PersonalData",
                        "dpv:ProvidedPersonalData",
                        "dpv:CollectedPersonalData",
                        "dpv:ObservedPersonalData",
                        "dpv:DerivedPersonalData",
                        "pd:Authenticating",
                        "pd:AuthenticationHistory",
                        "pd:BankAccount",
                        "pd:BrowsingBehavior",
                        "pd:Communication",
                        "pd:Contact",
                        "pd:EmailAddress",
                        "pd:EmailContent",
                        "pd:FinancialAccount",
                        "pd:IPAddress",
                        "pd:Identifier",
                        "pd:Identifying",
                        "pd:LinkClicked",
                        "pd:Name",
                        "pd:OfficialID",
                        "pd:Password",
                        "pd:PhysicalAddress",
                        "pd:ServiceConsumptionBehavior",
                        "pd:Username");
    }

    @Test
    void labelsOfOneCellDiffer() {
        assertThat(INVENTORY.cells()).allSatisfy(cell -> {
            assertThat(cell.items())
                    .extracting(Item::label)
                    .extracting(Text::sl)
                    .doesNotHaveDuplicates();
            assertThat(cell.items())
                    .extracting(Item::label)
                    .extracting(Text::en)
                    .doesNotHaveDuplicates();
        });
    }

    private static Item item(String id) {
        return INVENTORY.item(ItemId.parse(id)).orElseThrow();
    }
}
