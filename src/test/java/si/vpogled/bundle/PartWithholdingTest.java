package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.content.ShiftedPartException;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.connector.extract.Part;
import si.vpogled.text.Text;

/** GDPR Art. 15(4), record by record and field by field. */
@Tag("slow")
class PartWithholdingTest {
    private static final String PEOPLE = "domains/service-fulfilment/people.json";
    private static final String REASON = "Druga oseba ni privolila.";

    @TempDir
    Path folder;

    @Test
    void aWithheldRecordIsInNoFormOfItsCollection() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.of(2L), Optional.empty(), REASON));

        assertNowhere(bundle, "Tine Skrivač", "tine@drugi.example", "+386 40 222 222");
        assertThat(bundle.json("data/" + PEOPLE).path("records")).hasSize(2);
        assertThat(bundle.text("data/domains/service-fulfilment/people.csv").lines())
                .containsExactly(
                        "\uFEFFname,email,phone",
                        "Špela Čuček-Žagar,spela@cucek-zagar.example,'+386 40 111 111",
                        "Ana Brez,,'+386 40 333 333");
        assertThat(bundle.text("data/domains/service-fulfilment/people.vcf").split("BEGIN:VCARD"))
                .hasSize(3);
    }

    @Test
    void aFieldOfOneRecordIsAbsentInJsonMarkedInCsvAndAbsentInVCard() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.of(2L), Optional.of("email"), REASON));

        assertNowhere(bundle, "tine@drugi.example");
        JsonNode second = bundle.json("data/" + PEOPLE).at("/records/1");
        assertThat(second.path("name").asText()).isEqualTo("Tine Skrivač");
        assertThat(second.has("email")).isFalse();
        assertThat(bundle.text("data/domains/service-fulfilment/people.csv"))
                .contains("Tine Skrivač,[zadržano / withheld],'+386 40 222 222", "spela@cucek-zagar.example");
        assertThat(bundle.text("data/domains/service-fulfilment/people.vcf"))
                .contains("FN:Tine Skrivač", "spela@cucek-zagar.example", "+386 40 222 222");
        assertThat(bundle.text("README.txt")).contains("[zadržano / withheld]");
    }

    @Test
    void theNameThatAContactHasForWantOfOneGoesWithTheAddressThatItIsTakenFrom() throws IOException {
        UnpackedBundle bundle = bundle(base().extract(
                        "whois-domain",
                        draft -> draft.contacts(
                                "domains.service-fulfilment",
                                "people",
                                Map.of("name", "FN", "email", "EMAIL"),
                                List.of("name:Ime:name", "email:E-pošta:email"),
                                List.of(Map.of("email", "skrita@drugi.example"), Map.of("name", "Ana"))))
                .withholdPart(PEOPLE, Optional.of(1L), Optional.of("email"), REASON));

        assertNowhere(bundle, "skrita@drugi.example");
        assertThat(bundle.text("data/domains/service-fulfilment/people.vcf")).contains("FN:?", "FN:Ana");
    }

    @Test
    void aFieldOfAllRecordsIsInNoneAndItsItemIsWithheld() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.empty(), Optional.of("email"), REASON));

        assertNowhere(bundle, "tine@drugi.example", "spela@cucek-zagar.example,");
        assertThat(bundle.text("data/domains/service-fulfilment/people.csv")).startsWith("\uFEFFname,phone\r\n");
        assertThat(bundle.verdict("domains.service-fulfilment.email")
                        .path("verdict")
                        .asText())
                .isEqualTo("withheld");
        assertThat(bundle.verdict("domains.service-fulfilment.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void aFieldThatIsWithheldInEachRecordIsWithheldInAll() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.of(1L), Optional.of("email"), REASON)
                .withholdPart(PEOPLE, Optional.of(2L), Optional.empty(), REASON)
                .withholdPart(PEOPLE, Optional.of(3L), Optional.of("email"), REASON));

        assertThat(bundle.verdict("domains.service-fulfilment.email")
                        .path("verdict")
                        .asText())
                .isEqualTo("withheld");
    }

    @Test
    void aWithheldCollectionIsInNoneOfItsForms() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.empty(), Optional.empty(), REASON));

        assertNowhere(bundle, "Tine Skrivač", "tine@drugi.example");
        assertThat(bundle.files().keySet()).noneMatch(name -> name.contains("people"));
        assertThat(bundle.verdict("domains.service-fulfilment.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("withheld");
        assertThat(bundle.text("data/report/sl/domains.html")).contains("zadržano v celoti", REASON);
    }

    @Test
    void aCollectionOfWhichEachRecordIsWithheldIsWithheld() throws IOException {
        TestCase all = people();
        for (long record = 1; record <= 3; record++) {
            all.withholdPart(PEOPLE, Optional.of(record), Optional.empty(), REASON);
        }
        UnpackedBundle bundle = bundle(all);

        assertThat(bundle.files().keySet()).noneMatch(name -> name.contains("people"));
        assertThat(bundle.verdict("domains.service-fulfilment.email")
                        .path("ground")
                        .asText())
                .isEqualTo("rights-of-others");
    }

    @Test
    void aWithheldFileIsLeftOutAndItsNameIsNotTold() throws IOException {
        UnpackedBundle bundle = bundle(new TestCase(folder)
                .services("shared-hosting")
                .nothingIn("billing")
                .extract(
                        "hosting",
                        draft -> draft.file(
                                        "shared-hosting.user-data.files",
                                        "pismo-tinetu-skrivaču.txt",
                                        "text/plain",
                                        "a")
                                .file("shared-hosting.user-data.files", "stran.txt", "text/plain", "moje"))
                .withholdPart(
                        "shared-hosting/user-data/files/pismo-tinetu-skrivaču.txt",
                        Optional.empty(),
                        Optional.empty(),
                        REASON));

        assertNowhere(bundle, "pismo-tinetu");
        JsonNode files = bundle.verdict("shared-hosting.user-data.files");
        assertThat(files.path("verdict").asText()).isEqualTo("delivered");
        assertThat(files.at("/withheld/0/place").asText()).isEqualTo("shared-hosting/user-data/files/");
        assertThat(files.at("/withheld/0/records").asInt()).isOne();
        assertThat(files.path("records").asInt()).isOne();
        assertThat(bundle.text("data/report/sl/shared-hosting_user-data_files_1.html"))
                .contains("zadržane datoteke", REASON);
    }

    @Test
    void completenessSaysThatTheItemIsDeliveredInPartAndWhatIsWithheldOnWhatGround() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.of(2L), Optional.of("email"), REASON)
                .withholdPart(PEOPLE, Optional.of(3L), Optional.empty(), REASON));

        JsonNode email = bundle.verdict("domains.service-fulfilment.email");
        assertThat(email.path("verdict").asText()).isEqualTo("delivered");
        assertThat(email.at("/reason/sl").asText()).contains("Del smo zadržali");
        assertThat(email.path("withheld")).hasSize(2);
        assertThat(email.at("/withheld/0/place").asText()).isEqualTo(PEOPLE);
        assertThat(email.at("/withheld/0/fields/0").asText()).isEqualTo("email");
        assertThat(email.at("/withheld/0/article/en").asText()).isEqualTo("GDPR Art. 15(4)");
        assertThat(email.at("/withheld/1/records").asInt()).isOne();
        assertThat(email.at("/withheld/1/reason/sl").asText()).isEqualTo(REASON);
        assertThat(email.path("records").asInt()).as("of two, one is withheld").isOne();
        assertThat(bundle.verdict("domains.service-fulfilment.name").path("withheld"))
                .hasSize(1);
    }

    @Test
    void theReportSaysAtThePlaceWhatIsWithheldAndWhyInBothLanguages() throws IOException {
        UnpackedBundle bundle = bundle(people().withholdPart(PEOPLE, Optional.of(1L), Optional.of("email"), REASON)
                .withholdPart(PEOPLE, Optional.of(2L), Optional.empty(), REASON));

        String records = "domains_service-fulfilment_people_1.html";
        assertThat(bundle.text("data/report/sl/" + records))
                .contains(
                        "<tr id=\"r2\"><th scope=\"row\" class=\"n\">2</th><td colspan=\"3\" class=\"withheld\">"
                                + "zadržano (15. člen (4) Splošne uredbe): " + REASON,
                        "v delu zapisov zadržano polje »E-pošta«",
                        "<tr id=\"r3\">");
        assertThat(bundle.text("data/report/en/" + records))
                .contains("withheld (GDPR Art. 15(4)): " + REASON, "in some records");
        assertThat(bundle.text("data/report/sl/domains.html")).contains("Izročeno delno", "zadržani zapisi", REASON);
        assertThat(bundle.text("data/report/en/domains.html")).contains("Delivered in part", "records withheld");
        assertThat(bundle.text("data/index.html")).contains("zadržani zapisi", "v 15 dneh", "sodno varstvo");
    }

    @Test
    void whatIsNotTouchedIsCopiedAsItIs() throws IOException {
        UnpackedBundle with = bundle(people().withholdPart(PEOPLE, Optional.of(2L), Optional.of("email"), REASON));
        UnpackedBundle without =
                UnpackedBundle.of(people(folder.resolve("without")).bundle());

        String csv = "data/domains/service-fulfilment/others.csv";
        assertThat(with.files().get(csv)).isEqualTo(without.files().get(csv));
        assertThat(with.text("data/domains/service-fulfilment/people.csv")
                        .lines()
                        .toList()
                        .get(1))
                .isEqualTo(without.text("data/domains/service-fulfilment/people.csv")
                        .lines()
                        .toList()
                        .get(1));
    }

    @Test
    void anItemAndAPartOfTheSameCollectionCanBothBeWithheld() throws IOException {
        UnpackedBundle bundle = bundle(people().withhold("domains.service-fulfilment.email", "Naslov druge osebe.")
                .withholdPart(PEOPLE, Optional.of(2L), Optional.of("name"), REASON));

        assertNowhere(bundle, "tine@drugi.example", "Tine Skrivač");
        assertThat(bundle.text("data/domains/service-fulfilment/people.csv"))
                .contains("[zadržano / withheld],'+386 40 222 222");
    }

    @Test
    void aRecordThatIsNotTheOneDecidedOnStopsTheBundle() throws IOException {
        TestCase shifted = people().withholdPart(new BundlePlan.WithheldPart(
                new Part(PEOPLE, Optional.of(new Part.Mark(2, "00112233445566778899aabbccddeeff")), Optional.empty()),
                "rights-of-others",
                new Text("a", "a"),
                new Text(REASON, REASON)));

        assertThatThrownBy(shifted::assemble).isInstanceOf(ShiftedPartException.class);
    }

    @Test
    void anEntryOrFieldThatIsNotThereStopsTheBundle() throws IOException {
        assertThatThrownBy(() -> people().withholdPart(
                                "domains/service-fulfilment/none.json", Optional.empty(), Optional.empty(), REASON)
                        .assemble())
                .isInstanceOf(ShiftedPartException.class);
        assertThatThrownBy(() -> people(folder.resolve("field"))
                        .withholdPart(PEOPLE, Optional.empty(), Optional.of("none"), REASON)
                        .assemble())
                .isInstanceOf(ShiftedPartException.class);
    }

    private UnpackedBundle bundle(TestCase prepared) throws IOException {
        Path zip = prepared.bundle();
        assertThat(VerifyBundle.run(List.of(zip.toString()), System.out)).isZero();
        UnpackedBundle bundle = UnpackedBundle.of(zip);
        JsonSchemas.check(bundle, _ -> false);
        return bundle;
    }

    private TestCase base() throws IOException {
        return new TestCase(folder).services("domains").nothingIn("billing");
    }

    private TestCase people() throws IOException {
        return people(folder);
    }

    private static TestCase people(Path where) throws IOException {
        return new TestCase(where)
                .services("domains")
                .nothingIn("billing")
                .extract(
                        "whois-domain",
                        draft -> draft.contacts(
                                        "domains.service-fulfilment",
                                        "people",
                                        Map.of("name", "FN", "email", "EMAIL", "phone", "TEL"),
                                        List.of("name:Ime:name", "email:E-pošta:email", "phone:Telefon"),
                                        List.of(
                                                Map.of(
                                                        "name",
                                                        "Špela Čuček-Žagar",
                                                        "email",
                                                        "spela@cucek-zagar.example",
                                                        "phone",
                                                        "+386 40 111 111"),
                                                Map.of(
                                                        "name",
                                                        "Tine Skrivač",
                                                        "email",
                                                        "tine@drugi.example",
                                                        "phone",
                                                        "+386 40 222 222"),
                                                Map.of("name", "Ana Brez", "phone", "+386 40 333 333")))
                                .records(
                                        "domains.service-fulfilment",
                                        "others",
                                        "Drugo",
                                        List.of("manager:Upravitelj:manager"),
                                        List.of(Map.of("manager", "upravitelj-77"))));
    }

    private static void assertNowhere(UnpackedBundle bundle, String... secrets) throws IOException {
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            assertThat(file.getKey() + new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(file.getKey())
                    .doesNotContain(secrets);
        }
        try (var pdf = Loader.loadPDF(bundle.files().get("data/information.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain(secrets);
        }
    }
}
