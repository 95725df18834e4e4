package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ezvcard.Ezvcard;
import ezvcard.VCardVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.Item;
import si.vpogled.subject.Identifier;

/**
 * GDPR Art. 20: a customer of all services takes along what she provided, in formats that programs read, and is told of
 * all the rest why it stays.
 */
@Tag("slow")
class Article20Test {
    private static final String SITE = "data/websites/user-data/";

    private static Path zip;
    private static UnpackedBundle bundle;
    private static JsonNode information;
    private static String said;

    @BeforeAll
    static void assemble(@TempDir Path folder) throws IOException {
        zip = customer(folder).right("portability").bundle();
        bundle = UnpackedBundle.of(zip);
        information = bundle.json("data/information.json");
        try (PDDocument document = Loader.loadPDF(bundle.files().get("data/information.pdf"))) {
            String pdf = new PDFTextStripper().getText(document);
            said = (bundle.text("data/information.html").replaceAll("(?s)<style>.*?</style>", "") + pdf)
                    .replaceAll("\\s+", " ");
        }
    }

    private static TestCase customer(Path folder) throws IOException {
        return new TestCase(folder)
                .extract(
                        "billing",
                        draft -> draft.records(
                                "websites.service-fulfilment",
                                "orders",
                                "Naročila",
                                List.of("number:Številka", "name:Ime:name", "town:Kraj:address"),
                                List.of(Map.of("number", "N-1", "name", "Špela Čuček", "town", "=Žalec"))))
                .extract(
                        "whois-domain",
                        draft -> draft.whole(
                                "registry",
                                "cucek-zagar.si.json",
                                Entry.Kind.RDAP,
                                "application/rdap+json",
                                "{\"objectClassName\": \"domain\", \"ldhName\": \"cucek-zagar.si\"}",
                                "domains.service-fulfilment.name",
                                "domains.service-fulfilment.address",
                                "domains.service-fulfilment.email"))
                .extract(
                        "dostavljalec",
                        draft -> draft.contacts(
                                "dostavljalec.user-data",
                                "contacts",
                                Map.of("email", "EMAIL", "name", "FN"),
                                List.of("email:E-naslov:contact-lists", "name:Ime:contact-lists"),
                                List.of(Map.of("email", "žan@primer.si", "name", "Žan"))))
                .extract(
                        "hosting",
                        draft -> draft.whole(
                                        "email",
                                        "INBOX.mbox",
                                        Entry.Kind.MAIL,
                                        "application/mbox",
                                        "From ana@primer.si Mon Jan  5 10:00:00 2026\nSubject: Živjo\n\nPozdrav\n\n",
                                        "shared-hosting.user-data.email-messages")
                                .file(
                                        "shared-hosting.user-data.databases",
                                        "trgovina.sql",
                                        "application/sql",
                                        "create table kupec (ime text);\n"))
                .extract(
                        "website-builder",
                        draft -> draft.file(
                                        "websites.user-data.site-content",
                                        "stran-1/index.html",
                                        "text/html",
                                        "<!doctype html><p>Domov</p>")
                                .file("websites.user-data.site-content", "stran-1/logo.png", "image/png", "\u0089PNG")
                                .records(
                                        "websites.user-data",
                                        "site-content-pages",
                                        "Strani in meni",
                                        List.of(
                                                "site:Stran",
                                                "path:Naslov strani:site-content",
                                                "title:Naslov:site-content",
                                                "language:Jezik:site-content",
                                                "menuOrder:Mesto:site-content"),
                                        List.of(page("/o-nas", "O nas", "2"), page("index.html", "Domov", "1"))));
    }

    private static Map<String, ?> page(String path, String title, String place) {
        return Map.of("site", "stran-1", "path", path, "title", title, "language", "sl", "menuOrder", place);
    }

    @ParameterizedTest
    @CsvSource({
        "websites.service-fulfilment.name",
        "domains.service-fulfilment.email",
        "dostavljalec.user-data.contact-lists",
        "shared-hosting.user-data.email-messages",
        "shared-hosting.user-data.databases",
        "websites.user-data.site-content"
    })
    void paragraph1WhatWasProvidedOnConsentOrForAContractTravels(String item) throws IOException {
        assertThat(bundle.verdict(item).path("verdict").asText()).isEqualTo("delivered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            websites.legal-framework.name                 | a statute obliges us       | GDPR Art. 20(1)(a) and 6(1)(c); ZDDV-1 Art. 82 and 86
            websites.service-fulfilment.payer-ip          | a statute obliges us       | GDPR Art. 20(1)(a) and 6(1)(c); ZDDV-1 Art. 86 and Implementing Regulation (EU) 282/2011 Art. 24f
            dostavljalec.user-data.campaign-statistics    | this we made ourselves     | GDPR Art. 20(1)
            websites.service-fulfilment.activation-email  | this we made ourselves     | GDPR Art. 20(1)
            vps.service-fulfilment.server-credentials     | the value is not handed out | GDPR Art. 20(1)
            shared-hosting.service-fulfilment.migration-mailbox-passwords | Passwords, keys and codes do not travel | GDPR Art. 32(1)
            websites.user-data.access-log                 | a legitimate interest      | GDPR Art. 20(1)(a) and 6(1)(f)
            shared-hosting.user-data.backups              | These are backups          | GDPR Art. 20(1)
            """)
    void paragraph1WhatIsOutsideIsNamedWithItsOwnReasonAndArticle(String item, String reason, String article)
            throws IOException {
        JsonNode line = bundle.verdict(item);

        assertThat(line.path("verdict").asText()).isEqualTo("outside-right");
        assertThat(line.at("/reason/en").asText()).contains(reason);
        assertThat(line.at("/reason/sl").asText())
                .isNotBlank()
                .isNotEqualTo(line.at("/reason/en").asText());
        assertThat(line.at("/article/en").asText()).isEqualTo(article);
        assertThat(line.at("/article/sl").asText()).isNotBlank();
    }

    @Test
    void paragraph1TheInventoryDecidesItemByItem() throws IOException {
        Set<String> outside = new TreeSet<>();
        bundle.json("data/completeness.json").path("items").forEach(line -> {
            if (line.path("verdict").asText().equals("outside-right")) {
                outside.add(line.path("item").asText());
            }
        });

        assertThat(outside)
                .containsExactlyElementsOf(TestCase.INVENTORY.items().stream()
                        .filter(item -> item.portability() == Item.Portability.OUTSIDE_RIGHT)
                        .map(item -> item.id().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void paragraph1EveryJsonFileFollowsASchemaThatIsInTheBundle() throws IOException {
        assertThat(JsonSchemas.check(bundle, _ -> false))
                .contains(
                        "data/information.json",
                        "data/completeness.json",
                        SITE + "site-content-manifest.json",
                        SITE + "site-content-pages.json",
                        "data/domains/service-fulfilment/registry/cucek-zagar.si.json",
                        "data/schemas/site.schema.json");
    }

    @Test
    void paragraph1RecordsAreCsvTooAndContactsVCard4() throws IOException {
        String table =
                bundle.text("data/websites/service-fulfilment/orders.csv").substring(1);
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table))) {
            assertThat(rows.getRecords()).singleElement().satisfies(row -> {
                assertThat(row.get("name")).isEqualTo("Špela Čuček");
                assertThat(row.get("town")).doesNotStartWith("=").endsWith("Žalec");
            });
        }
        assertThat(Ezvcard.parse(bundle.text("data/dostavljalec/user-data/contacts.vcf"))
                        .all())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
                    assertThat(card.getFormattedName().getValue()).isEqualTo("Žan");
                });
    }

    @Test
    void paragraph1MailIsMboxAndFilesAndDumpsAreAsTheyWere() {
        assertThat(bundle.text("data/shared-hosting/user-data/email/INBOX.mbox"))
                .startsWith("From ana@primer.si Mon Jan  5 10:00:00 2026\n");
        assertThat(bundle.text("data/shared-hosting/user-data/databases/trgovina.sql"))
                .isEqualTo("create table kupec (ime text);\n");
    }

    @Test
    void paragraph1ASiteCanBeBuiltAgainFromItsManifest() throws Exception {
        JsonNode site = bundle.json(SITE + "site-content-manifest.json").at("/sites/0");

        assertThat(site.path("site").asText()).isEqualTo("stran-1");
        assertThat(site.path("pages").findValuesAsText("title"))
                .as("in the order of the menu")
                .containsExactly("Domov", "O nas");
        assertThat(site.at("/pages/0/language").asText()).isEqualTo("sl");
        assertThat(site.at("/pages/0/menuOrder").asInt()).isEqualTo(1);
        assertThat(site.at("/pages/0/path").asText()).isEqualTo("site-content/stran-1/index.html");
        assertThat(site.at("/pages/1").has("path"))
                .as("its file is not in the bundle")
                .isFalse();
        assertThat(site.path("files").findValuesAsText("mediaType")).containsExactly("text/html", "image/png");
        for (JsonNode file : site.path("files")) {
            byte[] content = bundle.files().get(SITE + file.path("path").asText());
            assertThat(content).hasSize(file.path("size").asInt());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-512").digest(content)))
                    .isEqualTo(file.path("sha512").asText());
        }
    }

    @Test
    void paragraph1WhatIsOutsideIsInNoFileEvenWhereASourceBroughtIt(@TempDir Path folder) throws IOException {
        UnpackedBundle other = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "whois-domain", "dostavljalec", "website-builder")
                .extract(
                        "hosting",
                        draft -> draft.records(
                                "shared-hosting.service-fulfilment",
                                "migrations",
                                "Prenosi",
                                List.of("provider:Ponudnik:migration-package", "user:U:migration-panel-credentials"),
                                List.of(Map.of("provider", "Drugi", "user", "skrivni-uporabnik"))))
                .right("portability")
                .bundle());

        assertThat(other.text("data/shared-hosting/service-fulfilment/migrations.json"))
                .contains("Drugi")
                .doesNotContain("skrivni-uporabnik");
        assertThat(other.text("data/shared-hosting/service-fulfilment/migrations.csv"))
                .doesNotContain("skrivni-uporabnik");
    }

    @Test
    void paragraph2TheRightToDirectTransmissionIsTold() {
        assertThat(bundle.text("data/index.html")).contains("neposredno k drugemu upravljavcu", "20. člen (2)");
        assertThat(information.at("/portability/transmission/en").asText()).contains("GDPR Art. 20(2)", "directly");
        assertThat(said).contains("20. člen (2) Splošne uredbe", "GDPR Art. 20(2)");
    }

    @Test
    void paragraph3ThatNothingIsErasedByIt() {
        assertThat(said).contains("20. člen (3) Splošne uredbe", "GDPR Art. 20(3)", "Transmission erases nothing");
    }

    @Test
    void theInformationSaysWhatTravelsWhatDoesNotAndWhy() {
        assertThat(information.path("services").findValuesAsText("item"))
                .contains("websites.service-fulfilment.name", "websites.user-data.site-content")
                .doesNotContain("websites.legal-framework.name");
        assertThat(information.at("/portability/outside")).hasSizeGreaterThan(4);
        assertThat(said)
                .contains("Informacije o prenosljivosti podatkov", "Information on data portability")
                .contains("Kaj v to pravico ne sodi in zakaj", "What is outside this right, and why")
                .contains("ker nam to nalaga zakon", "because a statute obliges us to")
                .contains("v 15 dneh", "within 15 days", "vCard 4");
    }

    @Test
    void anAccountWhoseContactIsNoProofYetIsToldHereToo(@TempDir Path folder) throws IOException {
        Outcome.Doubt doubt = new Outcome.Doubt(
                new Identifier.CustomerNumber("C-17"), LocalDate.parse("2026-03-20"), LocalDate.parse("2026-04-19"));
        UnpackedBundle other = UnpackedBundle.of(new TestCase(folder)
                .right("portability")
                .extract("billing", List.of(doubt), _ -> {})
                .nothingIn("whois-domain", "dostavljalec", "hosting", "website-builder")
                .bundle());

        assertThat(other.text("data/information.html"))
                .contains("računa nismo pregledali", "the account was not searched")
                .doesNotContain("C-17", "sodili v to pravico, nismo našli");
    }

    @Test
    void nothingThatOnlyAccessTellsIsLeft() {
        bundle.files().keySet().stream()
                .filter(name -> name.endsWith(".html"))
                .forEach(name -> assertThat(bundle.text(name))
                        .as(name)
                        .doesNotContain("Article 15", "15. člen (", "Art. 15(", "15. členu"));
        assertThat(said)
                .doesNotContain("Article 15", "15. člen (", "Art. 15(")
                .doesNotContain("Avtomatizirano odločanje", "Automated decisions", "Recipients");
    }

    @Test
    void anyoneCanCheckItOffline() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int code = VerifyBundle.run(List.of(zip.toString()), new PrintStream(output, true, StandardCharsets.UTF_8));

        assertThat(output.toString(StandardCharsets.UTF_8)).contains("VELJA");
        assertThat(code).isZero();
    }
}
