package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;

/** GDPR Art. 15(4): what is withheld for the rights of others stands nowhere in the bundle, and is named. */
@Tag("slow")
class WithholdingTest {
    @TempDir
    Path folder;

    @Test
    void aWithheldFieldOfASharedCollectionLeaksNowhere() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder)
                .withhold("domains.service-fulfilment.name", "Ime je ime druge osebe.")
                .bundle());

        assertNowhere(bundle, "Tine Skrivač");
        assertThat(bundle.text("data/domains/service-fulfilment/contacts.csv"))
                .isEqualTo("\uFEFFrole,email,manager\r\nowner,spela@cucek-zagar.example,\r\n"
                        + "admin,tine@drugi.example,upravljalec-77\r\n");
        assertThat(bundle.json("data/domains/service-fulfilment/contacts.json").at("/records/1"))
                .hasSize(3);
        assertThat(bundle.verdict("domains.service-fulfilment.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("withheld");
        assertThat(bundle.verdict("domains.service-fulfilment.email")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.text("data/report/sl/domains.html"))
                .contains("Ime je ime druge osebe.", "15. člen (4) Splošne uredbe");
        assertThat(bundle.text("data/report/en/domains.html")).contains("GDPR Art. 15(4)");
        assertThat(bundle.text("data/index.html")).contains("v 15 dneh", "sodno varstvo");
    }

    /** As after a source was asked again, which has nothing of it any more. */
    @Test
    void whatIsNotThereIsNotWithheldWhateverWasDecided() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder)
                .withhold("vps.service-fulfilment.server-credentials", "Zapis drugega.")
                .bundle());

        JsonNode verdict = bundle.verdict("vps.service-fulfilment.server-credentials");
        assertThat(verdict.path("verdict").asText()).isEqualTo("none-held");
        assertNowhere(bundle, "Zapis drugega.");
    }

    @Test
    void whatBrokeOffIsWithheldWhereSomeOfItCameAndIsUnreachableWhereNothingDid() throws IOException {
        String files = "shared-hosting.user-data.files";
        String mail = "shared-hosting.user-data.email-messages";
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .extract(
                        "hosting",
                        draft -> draft.file(files, "a.txt", "text/plain", "skrito")
                                .brokeOff(files)
                                .brokeOff(mail))
                .unreachable("hosting")
                .partial("Rok se izteče.")
                .notNeeded("dostavljalec", "website-builder")
                .withhold(files, "Datoteke drugih.")
                .withhold(mail, "Pisma drugih.")
                .bundle());

        assertNowhere(bundle, "skrito");
        assertThat(bundle.verdict(files).path("verdict").asText()).isEqualTo("withheld");
        assertThat(bundle.verdict(files).path("found").booleanValue()).isTrue();
        assertThat(bundle.verdict(mail).path("verdict").asText()).isEqualTo("unreachable");
    }

    /** Whatever was decided of what came, there may be more. */
    @Test
    void anAnswerIsNotCompleteWhereWhatBrokeOffIsWithheld() throws IOException {
        String files = "shared-hosting.user-data.files";
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .extract(
                        "hosting",
                        draft -> draft.file(files, "a.txt", "text/plain", "skrito")
                                .brokeOff(files))
                .unreachable("hosting")
                .partial("Rok se izteče.")
                .notNeeded("dostavljalec", "website-builder")
                .withhold(files, "Datoteke drugih.")
                .bundle());

        JsonNode document = bundle.json("data/completeness.json");
        assertThat(document.at("/summary/verdicts/unreachable").isMissingNode()).isTrue();
        assertThat(document.path("complete").booleanValue()).isFalse();
        assertThat(document.at("/partial/reason/sl").asText()).isEqualTo("Rok se izteče.");
    }

    @Test
    void filesOfAWithheldItemAreLeftOut() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder)
                .withhold("shared-hosting.user-data.email-messages", "Pisma drugih.")
                .bundle());

        assertThat(bundle.files().keySet()).noneMatch(name -> name.contains("email-messages"));
        assertNowhere(bundle, "INBOX");
        assertThat(bundle.files()).containsKey("data/shared-hosting/user-data/files/public_html/slike/češnja.txt");
    }

    @Test
    void derivedDataIsOutsidePortability() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(
                SampleCases.customer(folder).right("portability").bundle());

        assertThat(bundle.verdict("domains.legal-framework.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("outside-right");
        assertThat(bundle.files().keySet()).noneMatch(name -> name.startsWith("data/domains/legal-framework"));
    }

    @Test
    void fieldsThatTheHeadDoesNotNameAreNotCarriedAlong() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .services("domains")
                .extract(
                        "whois-domain",
                        draft -> draft.records(
                                "domains.service-fulfilment",
                                "contacts",
                                "Kontakti",
                                List.of("name:Ime:name", "email:E-pošta:email"),
                                List.of(Map.of("name", "Ana", "email", "skrita@example.test"))))
                .nothingIn("billing")
                .withhold("domains.service-fulfilment.email", "Naslov druge osebe.")
                .bundle());

        assertNowhere(bundle, "skrita@example.test");
        assertThat(bundle.text("data/domains/service-fulfilment/contacts.csv")).isEqualTo("\uFEFFname\r\nAna\r\n");
    }

    @Test
    void aRegistryFileThatHoldsAWithheldItemIsLeftOutAndThatIsSaid() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(registry()
                .withhold("domains.service-fulfilment.email", "Naslov druge osebe.")
                .bundle());

        assertNowhere(bundle, "tine@drugi.example");
        assertThat(bundle.files().keySet()).noneMatch(name -> name.contains("cucek-zagar.si"));
        assertThat(bundle.verdict("domains.service-fulfilment.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.text("data/report/sl/domains.html"))
                .contains("Ime in priimek ali naziv, Naslov in kraj: datoteke, izpuščene v celoti, ker je v njih tudi"
                        + " zadržano: E-poštni naslov (1)")
                .doesNotContain("registry:");
        assertThat(bundle.text("data/report/en/domains.html"))
                .contains("Name or company name, Address and town: files left out whole, as they also hold what is left"
                        + " out: E-mail address (1)");
    }

    @Test
    void anItemThatStandsOnlyInFilesWithAWithheldOneIsWithheldWithIt() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(registry()
                .withhold("domains.service-fulfilment.email", "Naslov druge osebe.")
                .bundle());

        JsonNode address = bundle.verdict("domains.service-fulfilment.address");
        assertThat(address.path("verdict").asText()).isEqualTo("withheld");
        assertThat(address.path("ground").asText()).isEqualTo("rights-of-others");
        assertThat(address.at("/reason/sl").asText()).contains("ni mogoče ločiti");
    }

    /** Whatever its form: mail, vCard and tables hold nothing of what is withheld. */
    @ParameterizedTest
    @EnumSource(
            value = Entry.Kind.class,
            names = {"FILE", "MAIL", "RDAP"})
    void noKindOfFileCarriesAWithheldItem(Entry.Kind kind) throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "hosting", "dostavljalec", "website-builder")
                .extract("whois-domain", draft -> draft.whole("all", "a.bin", kind, "text/plain", "skrito", ITEMS))
                .withhold(ITEMS[1], "Naslov druge osebe.")
                .bundle());

        assertNowhere(bundle, "skrito");
        assertThat(bundle.verdict(ITEMS[0]).path("verdict").asText()).isEqualTo("withheld");
    }

    @Test
    void contactsAreLeftOutWithAWithheldFieldAndTheTableIsWrittenAnew() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "hosting", "dostavljalec", "website-builder")
                .extract(
                        "whois-domain",
                        draft -> draft.contacts(
                                "domains.service-fulfilment",
                                "people",
                                Map.of("name", "FN", "email", "EMAIL"),
                                List.of("name:Ime:name", "email:E-pošta:email"),
                                List.of(Map.of("name", "Špela", "email", "skrita@drugi.example"))))
                .withhold(ITEMS[1], "Naslov druge osebe.")
                .bundle());

        assertNowhere(bundle, "skrita@drugi.example");
        assertThat(bundle.files()).doesNotContainKey("data/domains/service-fulfilment/people.vcf");
        assertThat(bundle.text("data/domains/service-fulfilment/people.csv")).isEqualTo("\uFEFFname\r\nŠpela\r\n");
        assertThat(bundle.text("data/report/sl/domains.html"))
                .contains("Ime in priimek ali naziv: datoteke, izpuščene v celoti");
    }

    @Test
    void theDefinitionOfTheRegistryNamesAllThatItsFilesCarry() {
        assertThat(new DefinitionLoader()
                        .builtIn().all().stream()
                                .flatMap(definition -> definition.collections().stream())
                                .filter(collection -> collection.id().equals("registry"))
                                .flatMap(collection -> collection.items().stream())
                                .map(ItemId::toString))
                .containsExactlyInAnyOrder(
                        "domains.service-fulfilment.name",
                        "domains.service-fulfilment.address",
                        "domains.service-fulfilment.email");
    }

    private static final String[] ITEMS = {"domains.service-fulfilment.name", "domains.service-fulfilment.email"};

    private TestCase registry() throws IOException {
        return new TestCase(folder)
                .nothingIn("billing", "hosting", "dostavljalec", "website-builder")
                .extract(
                        "whois-domain",
                        draft -> draft.records(
                                        "domains.service-fulfilment",
                                        "contacts",
                                        "Kontakti domene",
                                        List.of("name:Ime:name", "email:E-pošta:email"),
                                        List.of(Map.of("name", "Špela", "email", "tine@drugi.example")))
                                .whole(
                                        "registry",
                                        "cucek-zagar.si.json",
                                        Entry.Kind.RDAP,
                                        "application/rdap+json",
                                        "{\"objectClassName\": \"domain\", \"holder\": \"tine@drugi.example\"}",
                                        "domains.service-fulfilment.name",
                                        "domains.service-fulfilment.address",
                                        "domains.service-fulfilment.email"));
    }

    private static void assertNowhere(UnpackedBundle bundle, String secret) throws IOException {
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(file.getKey())
                    .doesNotContain(secret);
        }
        try (var pdf =
                Loader.loadPDF(new ByteArrayInputStream(bundle.files().get("data/information.pdf")).readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain(secret);
        }
    }
}
