package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.law.RetentionRule;
import si.vpogled.subject.Identifier;

/**
 * GDPR Art. 15(1)(a)-(h) and (2), letter by letter, as page, as PDF and for machines: only what was found of this person.
 * She has a domain and shared hosting with Patchman, which in this inventory sits in the United States.
 */
@Tag("slow")
class Article15Test {
    private static final String INVOICE_NAME = "domains.legal-framework.name";
    private static final String CONTACT_NAME = "domains.service-fulfilment.name";
    private static final String ACCESS_LOG = "shared-hosting.user-data.access-log";
    private static final String PATCHMAN = "shared-hosting.user-data.patchman-contact-emails";

    private static JsonNode json;
    private static String slovenian;
    private static String english;
    private static String pdf;

    @BeforeAll
    static void assemble(@TempDir Path folder) throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(
                customer(folder).inventory(patchmanAbroad(folder)).bundle());
        json = bundle.json("data/information.json");
        String page = bundle.text("data/information.html").replaceAll("(?s)<style>.*?</style>", "");
        int other = page.indexOf("<section lang=\"en\"");
        slovenian = page.substring(0, other);
        english = page.substring(other);
        try (PDDocument document = Loader.loadPDF(bundle.files().get("data/information.pdf"))) {
            pdf = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static TestCase customer(Path folder) throws IOException {
        return new TestCase(folder)
                .extract(
                        "billing",
                        draft -> draft.kept(
                                RetentionRule.ZDDV_1_86,
                                "domains.legal-framework",
                                "invoices",
                                List.of("name:Ime ali naziv:name"),
                                List.of(Map.of("name", "Špela", "keptUntil", LocalDate.parse("2034-12-31")))))
                .extract(
                        "whois-domain",
                        draft -> draft.records(
                                "domains.service-fulfilment",
                                "contacts",
                                "Kontakti domene",
                                List.of("name:Ime ali naziv:name"),
                                List.of(Map.of("name", "Špela"))))
                .extract(
                        "hosting",
                        draft -> draft.records(
                                        "shared-hosting.user-data",
                                        "access-log",
                                        "Dnevnik",
                                        List.of("ip:IP-naslov:access-log"),
                                        List.of(Map.of("ip", "192.0.2.7")))
                                .records(
                                        "shared-hosting.user-data",
                                        "patchman-contacts",
                                        "Patchman",
                                        List.of("email:E-naslov:patchman-contact-emails"),
                                        List.of(Map.of("email", "spela@cucek-zagar.example"))))
                .notNeeded("dostavljalec", "website-builder");
    }

    private static Inventory patchmanAbroad(Path folder) throws IOException {
        assertThat(inventory()).containsOnlyOnce("country: NL");
        return InventoryLoader.load(
                Files.writeString(folder.resolve("inventory.yaml"), inventory().replace("country: NL", """
                        country: US
                            safeguard: {sl: Standardna pogodbena določila, en: Standard clauses}""")));
    }

    private static String inventory() throws IOException {
        try (InputStream stream = Inventory.class.getResourceAsStream("/inventory.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aThePurposesAndTheirBasesForEachCellWithSomethingInIt() {
        assertThat(texts(json.path("purposes"), "service", "row"))
                .containsExactly("domains legal-framework", "domains service-fulfilment", "shared-hosting user-data");
        assertSaid(
                "15. člen (1)(a)",
                "Article 15(1)(a)",
                List.of("Izdaja računov in njihova hramba", "6. člen (1)(c)", "86. člen ZDDV-1", "6. člen (1)(b)"),
                List.of("Issuing invoices and keeping them", "GDPR Art. 6(1)(c)", "ZDDV-1 Art. 82 and 86"));
        assertThat(section(slovenian, "15. člen (1)(a)")).doesNotContain("VPS", "Dostavljalec", "SSL");
        assertThat(section(english, "Article 15(1)(a)")).doesNotContain("VPS", "Dostavljalec", "SSL");
    }

    @Test
    void bTheCategoriesOfDataThatWereFoundAndNoOthers() {
        assertThat(json.at("/services").findValuesAsText("item"))
                .containsExactly(INVOICE_NAME, CONTACT_NAME, ACCESS_LOG, PATCHMAN);
        assertSaid(
                "15. člen (1)(b)",
                "Article 15(1)(b)",
                List.of("Ime in priimek ali naziv", "Dnevnik dostopov", "Kontaktni e-naslovi pri podjetju Patchman"),
                List.of("Name or company name", "Access log", "Contact e-mail addresses at Patchman"));
        assertThat(section(slovenian, "15. člen (1)(b)")).doesNotContain("PayPal", "TRR", "Podatkovne baze");
    }

    /** An account at which nobody looked is none of them, nor is what a decision would withhold if it were there. */
    @Test
    void bNothingOfWhatWasNotLookedAtOrNotThere(@TempDir Path folder) throws IOException {
        Outcome.Doubt doubt = new Outcome.Doubt(
                new Identifier.CustomerNumber("100234"), LocalDate.of(2026, 3, 28), LocalDate.of(2026, 4, 27));
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .extract("billing", List.of(doubt), _ -> {})
                .notNeeded("whois-domain", "hosting", "dostavljalec", "website-builder")
                .withhold("vps.user-data.files", "Datoteke drugih.")
                .bundle());

        JsonNode information = bundle.json("data/information.json");
        assertThat(information.path("services")).isEmpty();
        assertThat(information.path("purposes")).isEmpty();
        assertThat(information.path("recipients")).isEmpty();
        assertThat(information.at("/openAccounts/settledFrom").asText()).isEqualTo("2026-04-27");
        assertThat(bundle.text("data/information.html"))
                .contains("računa nismo pregledali", "account was not searched")
                .doesNotContain("v naših sistemih nismo našli", "Certum");
    }

    /** What is withheld for the rights of others is held, so it is among what is processed. */
    @Test
    void bWhatWasFoundAndIsWithheldIsAmongThem(@TempDir Path folder) throws IOException {
        JsonNode information = UnpackedBundle.of(
                        customer(folder).withhold(ACCESS_LOG, "Dnevnik drugih.").bundle())
                .json("data/information.json");

        assertThat(information.path("services").findValuesAsText("item"))
                .containsExactly(INVOICE_NAME, CONTACT_NAME, ACCESS_LOG, PATCHMAN);
    }

    @Test
    void cEachRecipientByNameWithWhatItGetsAndNobodyElse() {
        assertThat(json.path("recipients").findValuesAsText("name"))
                .containsExactly(
                        "Računovodstvo Javor d.o.o.",
                        "Finančna uprava Republike Slovenije",
                        "Register.si (Akademska in raziskovalna mreža Slovenije, Arnes)",
                        "EURid vzw",
                        "Patchman B.V.");
        assertThat(json.at("/recipients/4/items").toString()).isEqualTo("[\"" + PATCHMAN + "\"]");
        assertSaid(
                "15. člen (1)(c)",
                "Article 15(1)(c)",
                List.of("Patchman B.V.", "Združene države", "Javorjeva ulica 3", "Slovenija", "Belgija"),
                List.of("Patchman B.V.", "United States", "Javorjeva ulica 3", "Slovenia", "Belgium"));
        assertThat(slovenian + english + pdf).doesNotContain("PayPal", "Certum");
    }

    @Test
    void cOfTheRegistriesOnlyThoseThatKeepOneOfTheDomains(@TempDir Path folder) throws IOException {
        JsonNode information = UnpackedBundle.of(new TestCase(folder)
                        .services("domains")
                        .nothingIn("billing")
                        .extract(
                                "whois-domain",
                                draft -> draft.domain("cucek-zagar.si")
                                        .records(
                                                "domains.service-fulfilment",
                                                "contacts",
                                                "Kontakti domene",
                                                List.of("name:Ime ali naziv:name"),
                                                List.of(Map.of("name", "Špela"))))
                        .bundle())
                .json("data/information.json");

        assertThat(information.path("recipients").findValuesAsText("name"))
                .singleElement()
                .asString()
                .startsWith("Register.si");
        assertThat(information.at("/services/0/categories/0/recipients")).hasSize(1);
    }

    @Test
    void dTheRetentionOfEachAndOfWhatWasFoundTheLastDay() {
        assertThat(json.at("/services/0/categories/0/keptUntil").asText()).isEqualTo("2034-12-31");
        assertThat(json.at("/services/0/categories/1").has("keptUntil")).isFalse();
        assertSaid(
                "(d)",
                "(d)",
                List.of(
                        "86. člen ZDDV-1: 10 let",
                        "najdlje do vključno 31. 12. 2034",
                        "dokler traja pogodba",
                        "22. člen ZVOP-2: 2 leti"),
                List.of(
                        "ZDDV-1 Art. 86: ten years",
                        "up to and including 31 Dec 2034",
                        "as long as the contract",
                        "ZVOP-2 Art. 22: two years"));
    }

    @Test
    void eTheRightsToRectificationErasureRestrictionPortabilityAndObjection() {
        assertThat(json.path("rights")).hasSize(5);
        assertSaid(
                "15. člen (1)(e)",
                "Article 15(1)(e)",
                List.of("Popravek", "Izbris", "Omejitev", "Prenos", "Ugovor", "16. člen", "21. člen"),
                List.of("Rectification", "Erasure", "Restriction", "another controller", "Objection", "Art. 21"));
    }

    @Test
    void fTheComplaintToTheAuthorityAndTheWayToCourt() {
        assertThat(json.at("/complaint/days").asInt()).isEqualTo(15);
        assertSaid(
                "15. člen (1)(f)",
                "Article 15(1)(f)",
                List.of("Informacijski pooblaščenec", "Dunajska cesta 22", "v 15 dneh", "sodno varstvo"),
                List.of("Information Commissioner", "Dunajska cesta 22", "within 15 days", "court"));
    }

    @Test
    void gTheSourceOfEach() {
        assertThat(json.at("/services").findValuesAsText("origin"))
                .containsExactly("provided", "provided", "observed", "provided");
        assertSaid(
                "(g)",
                "(g)",
                List.of("posredovali ste ga vi", "nastal je ob vaši uporabi storitve"),
                List.of("provided by you", "recorded when you used the service"));
    }

    @Test
    void hThatNothingIsDecidedAutomatically() {
        assertThat(json.at("/automatedDecisions/exist").booleanValue()).isFalse();
        assertSaid(
                "15. člen (1)(h)",
                "Article 15(1)(h)",
                List.of("zgolj na avtomatizirani obdelavi", "22. člen"),
                List.of("automated processing alone", "Art. 22"));
    }

    @Test
    void hThatSomethingIsWhereTheInventorySaysSo(@TempDir Path folder) throws IOException {
        Inventory inventory = InventoryLoader.load(Files.writeString(
                folder.resolve("inventory.yaml"), inventory().replace("recipients:\n  register-si", """
                        automated-decisions: {sl: Naročila razvršča program., en: A program sorts the orders.}
                        recipients:
                          register-si""")));

        UnpackedBundle bundle =
                UnpackedBundle.of(customer(folder).inventory(inventory).bundle());

        assertThat(bundle.json("data/information.json")
                        .at("/automatedDecisions/exist")
                        .booleanValue())
                .isTrue();
        assertThat(bundle.text("data/information.html"))
                .contains("Naročila razvršča program.", "A program sorts the orders.")
                .doesNotContain("zgolj na avtomatizirani");
    }

    @Test
    void paragraph2EachRecipientInAThirdCountryAndTheSafeguards() {
        assertThat(json.at("/transfers/recipients").toString()).isEqualTo("[\"Patchman B.V.\"]");
        assertSaid(
                "15. člen (2)",
                "Article 15(2)",
                List.of(
                        "Patchman B.V. (Združene države Amerike): Standardna pogodbena določila",
                        "Kopijo zaščitnih ukrepov"),
                List.of("Patchman B.V. (United States): Standard clauses", "copy of the safeguards"));
        assertThat(section(slovenian, "15. člen (2)")).doesNotContain("Register.si", "EURid");
    }

    @Test
    void paragraph2SaysSoWhereNothingLeavesTheEea(@TempDir Path folder) throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(customer(folder).bundle());

        assertThat(bundle.json("data/information.json").at("/transfers/recipients"))
                .isEmpty();
        assertThat(bundle.text("data/information.html"))
                .contains("ne prenašamo iz Evropskega gospodarskega prostora")
                .contains("not transferred outside the European Economic Area");
    }

    /** In the section of that heading in each language, and in the PDF. */
    private static void assertSaid(String heading, String englishHeading, List<String> sl, List<String> en) {
        assertThat(section(slovenian, heading)).contains(sl);
        assertThat(section(english, englishHeading)).contains(en);
        assertThat(pdf).contains(sl).contains(en);
    }

    /** The text from a heading with these words to the next. */
    private static String section(String page, String heading) {
        return StreamSupport.stream(List.of(page.split("<h2>")).spliterator(), false)
                .filter(part -> part.contains("</h2>")
                        && part.substring(0, part.indexOf("</h2>")).contains(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No section " + heading))
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    private static List<String> texts(JsonNode lines, String first, String second) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path(first).asText() + " " + line.path(second).asText())
                .toList();
    }
}
