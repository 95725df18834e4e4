package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.completeness.IncompleteException;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Item;
import si.vpogled.subject.Identifier;

@Tag("slow")
class VerdictTest {
    private static final String[] BEHIND_BILLING = {"whois-domain", "hosting", "dostavljalec", "website-builder"};

    @TempDir
    Path folder;

    @Test
    void everyItemInScopeHasExactlyOneVerdict() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder).bundle());

        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("item"))
                .containsExactlyElementsOf(TestCase.INVENTORY.items().stream()
                        .map(item -> item.id().toString())
                        .toList());
        assertThat(bundle.json("data/completeness.json")
                        .at("/emptyCells/0/service")
                        .asText())
                .isEqualTo("domains");
    }

    @Test
    void onlyServicesInScopeAreAnsweredFor() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .services("domains")
                .nothingIn("billing", "whois-domain")
                .bundle());

        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("item"))
                .isNotEmpty()
                .allMatch(item -> item.startsWith("domains."));
        assertThat(bundle.files()).doesNotContainKey("data/report/sl/vps.html");
    }

    @Test
    void secretsAreToldAsHeldAndNotHandedOut() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder).bundle());

        assertThat(bundle.verdict("shared-hosting.service-fulfilment.panel-credentials")
                        .path("how")
                        .asText())
                .isEqualTo("held-only");
        assertThat(bundle.text("data/report/sl/shared-hosting_service-fulfilment_access_1.html"))
                .contains(">hranimo<");
    }

    /** The panel has no password of theirs, as where one signs in otherwise. */
    @Test
    void aUserNameIsHandedOutWhereThereIsNoPassword() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .services("shared-hosting")
                .nothingIn("billing")
                .extract(
                        "hosting",
                        draft -> draft.records(
                                "shared-hosting.service-fulfilment",
                                "access",
                                "Dostopni podatki",
                                List.of(
                                        "user:Uporabnik:panel-credentials:told",
                                        "panel:Nadzorna plošča:panel-credentials"),
                                List.of(Map.of("user", "spela.panel"))))
                .bundle());

        var verdict = bundle.verdict("shared-hosting.service-fulfilment.panel-credentials");
        assertThat(verdict.path("verdict").asText()).isEqualTo("delivered");
        assertThat(verdict.path("how").asText()).isEqualTo("held-only");
        assertThat(verdict.path("reason").path("sl").asText()).contains("uporabniško ime, je med podatki");
        assertThat(bundle.text("data/report/sl/shared-hosting_service-fulfilment_access_1.html"))
                .contains("spela.panel")
                .doesNotContain(">hranimo<");
    }

    @Test
    void aSystemWithoutAnIdentifierIsToldFromOneThatWasSearched() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder).bundle());

        assertThat(bundle.verdict("websites.service-fulfilment.account-credentials")
                        .path("searched")
                        .booleanValue())
                .isFalse();
        assertThat(bundle.verdict("vps.user-data.files").path("searched").booleanValue())
                .isTrue();
    }

    /** A system that was asked by the e-mail address alone has read nothing of what it keeps by account. */
    @Test
    void anItemThatNothingWasReadForIsToldFromOneThatWasSearchedInTheSameSystem() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(ownContact().bundle());

        JsonNode unread = bundle.verdict("vps.service-fulfilment.server-credentials");
        assertThat(unread.path("verdict").asText()).isEqualTo("none-held");
        assertThat(unread.path("searched").booleanValue()).isFalse();
        assertThat(unread.at("/reason/sl").asText()).contains("tu nismo našli", "nam sporočite, kje");
        assertThat(bundle.verdict("domains.legal-framework.name")
                        .path("searched")
                        .booleanValue())
                .isTrue();
        assertThat(bundle.text("data/report/sl/vps.html")).contains("Ni znanega računa");
    }

    /** GDPR Art. 28: by item, and not only where nothing at all is held. */
    @Test
    void whatCustomersStoreIsReferredToThemWhereNoAccountOfOnesOwnWasSearched() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(ownContact().bundle());

        for (String item : List.of("shared-hosting.user-data.email-messages", "websites.user-data.site-content")) {
            JsonNode theirs = bundle.verdict(item);
            assertThat(theirs.path("verdict").asText()).as(item).isEqualTo("refer-to-controller");
            assertThat(theirs.at("/reason/sl").asText())
                    .contains("upravljavec naročnik", "nam sporočite")
                    .doesNotContain("pri nas ni");
        }
        assertThat(bundle.verdict("shared-hosting.user-data.patchman-contact-emails")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void whereOnesOwnAccountsWereSearchedWhatOthersStoreIsReferredToBesideThat() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder).bundle());

        JsonNode databases = bundle.verdict("shared-hosting.user-data.databases");
        assertThat(databases.path("verdict").asText()).isEqualTo("none-held");
        assertThat(databases.path("searched").booleanValue()).isTrue();
        assertThat(databases.at("/reason/sl").asText()).contains("po vaših računih", "obrnite nanj");
    }

    /** No customer, but a contact of one: so nothing that is kept by account was read. */
    private TestCase ownContact() throws IOException {
        return new TestCase(folder)
                .nothingIn("billing")
                .extract("whois-domain", TestCase.Draft::unsearched)
                .extract(
                        "hosting",
                        draft -> draft.unsearched()
                                .records(
                                        "shared-hosting.user-data",
                                        "own-patchman-contacts",
                                        "Patchman",
                                        List.of("email:E-naslov:patchman-contact-emails"),
                                        List.of(Map.of("email", "tehnika@podjetje.example"))))
                .notNeeded("dostavljalec", "website-builder");
    }

    @Test
    void aSilentSystemStopsTheBundleUntilSomeoneDecidesAPartialAnswer() throws IOException {
        TestCase silent = new TestCase(folder)
                .nothingIn("billing", "whois-domain", "dostavljalec", "website-builder")
                .unreachable("hosting");
        assertThatThrownBy(silent::assemble).isInstanceOf(IncompleteException.class);

        UnpackedBundle bundle = UnpackedBundle.of(
                silent.partial("Strežnik je v okvari, odgovor ne more čakati.").bundle());

        assertThat(bundle.verdict("vps.user-data.files").path("verdict").asText())
                .isEqualTo("unreachable");
        assertThat(bundle.verdict("vps.user-data.files").path("fault").asText()).isEqualTo("unavailable");
        assertThat(bundle.verdict("vps.legal-framework.name").path("verdict").asText())
                .isEqualTo("none-held");
        assertThat(bundle.json("data/completeness.json").path("complete").booleanValue())
                .isFalse();
        assertThat(bundle.text("data/index.html"))
                .contains("Odgovor je delen", "Strežnik je v okvari, odgovor ne more čakati.");
        assertThat(bundle.text("data/information.html"))
                .contains("sledijo z dopolnitvijo")
                .as("of what a silent system holds nothing can be said")
                .contains("Podatkov, ki smo jih našli, nismo posredovali nikomur.")
                .contains("Podatkov o vas, ki smo jih našli, ne prenašamo iz");
        assertThat(bundle.text("data/report/sl/vps.html")).contains("Sistem hosting, od 30. 3. 2026");
        assertThat(bundle.text("data/report/en/vps.html")).contains("System hosting, since 30 Mar 2026");
    }

    @Test
    void whatWasLeftOutIsSaidInTheReportInTheSummaryAndToMachines() throws IOException {
        String files = "shared-hosting.user-data.files";
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .extract(
                        "hosting",
                        draft -> draft.file(files, "a.txt", "text/plain", "a")
                                .remark(files, "Datoteke: ni jih dovoljeno brati", 3, true)
                                .remark(files, "Datoteke: spremenjena imena", 2, false))
                .notNeeded("dostavljalec", "website-builder")
                .bundle());

        assertThat(bundle.json("data/completeness.json").at("/remarks/0").toString())
                .isEqualTo("{\"connector\":\"hosting\",\"text\":{\"sl\":\"Datoteke: ni jih dovoljeno brati\","
                        + "\"en\":\"Datoteke: ni jih dovoljeno brati (en)\"},\"count\":3,\"items\":[\"" + files
                        + "\"],\"leftOut\":true}");
        for (String page : List.of("data/index.html", "data/report/sl/shared-hosting.html")) {
            assertThat(bundle.text(page))
                    .contains("Ni vključeno", "Datoteke: ni jih dovoljeno brati (3)")
                    .contains("Vključeno s spremembo", "Datoteke: spremenjena imena (2)");
        }
        assertThat(bundle.text("data/index.html"))
                .as("whose files, and what to do about what is not handed out (GDPR Art. 12(4))")
                .contains("Deljeno gostovanje – Datoteke: ni jih dovoljeno brati (3)", "v 15 dneh");
        assertThat(bundle.text("data/report/en/shared-hosting.html"))
                .contains("Not included", "Datoteke: ni jih dovoljeno brati (en) (3)");
        assertThat(bundle.text("data/report/sl/vps.html")).doesNotContain("Ni vključeno");
    }

    @Test
    void whatWasReadBeforeASystemBrokeOffIsListedWithTheItem() throws IOException {
        String files = "shared-hosting.user-data.files";
        Path zip = new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .extract(
                        "hosting",
                        draft -> draft.file(files, "a.txt", "text/plain", "abc").brokeOff(files))
                .unreachable("hosting")
                .partial("Rok se izteče.")
                .notNeeded("dostavljalec", "website-builder")
                .bundle();

        UnpackedBundle bundle = UnpackedBundle.of(zip);
        assertThat(bundle.verdict(files).path("verdict").asText()).isEqualTo("unreachable");
        assertThat(bundle.verdict(files).at("/folders/0/files").asInt()).isEqualTo(1);
        assertThat(bundle.json("data/information.json").path("services").findValuesAsText("item"))
                .as("what is in the bundle has its purposes, recipients and retention; what is not, has none")
                .containsExactly(files);
        assertThat(bundle.text("data/report/sl/shared-hosting.html"))
                .as("the item leads to it")
                .containsSubsequence(
                        "<tr id=\"user-data.files\">",
                        "Nedosegljivo",
                        "shared-hosting_user-data_files_1.html\">Datoteke</a>",
                        "<tr id=\"user-data.databases\">");
        assertThat(VerifyBundle.run(List.of(zip.toString()), System.out)).isZero();
    }

    @Test
    void whereTheSystemThatKnowsCustomersIsSilentNobodyIsToldThatNothingIsHeld() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .unreachable("billing", BEHIND_BILLING)
                .notNeeded(BEHIND_BILLING)
                .partial("Rok se izteče.")
                .bundle());

        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("verdict"))
                .containsOnly("unreachable");
    }

    @Test
    void whereTheSystemThatKnowsCustomersIsSilentMoreMayBeHeldThanIsDelivered() throws IOException {
        TestCase oneAccountProved = new TestCase(folder)
                .unreachable("billing", BEHIND_BILLING)
                .extract(
                        "hosting",
                        draft -> draft.file("shared-hosting.user-data.files", "a.txt", "text/plain", "vsebina"))
                .nothingIn("whois-domain", "dostavljalec", "website-builder");
        assertThatThrownBy(oneAccountProved::assemble)
                .as("not without a decision")
                .isInstanceOf(IncompleteException.class);

        UnpackedBundle bundle =
                UnpackedBundle.of(oneAccountProved.partial("Rok se izteče.").bundle());

        JsonNode delivered = bundle.verdict("shared-hosting.user-data.files");
        assertThat(delivered.path("verdict").asText()).isEqualTo("delivered");
        assertThat(delivered.path("system").asText()).isEqualTo("billing");
        assertThat(delivered.at("/reason/sl").asText()).contains("Kopija je v tem svežnju.", "Morda ni vse");
        assertThat(bundle.text("data/report/sl/shared-hosting.html")).contains("Morda ni vse", "billing");
        JsonNode notFound = bundle.verdict("websites.user-data.site-content");
        assertThat(notFound.path("verdict").asText()).isEqualTo("unreachable");
        assertThat(notFound.path("system").asText()).isEqualTo("billing");
        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("verdict"))
                .containsOnly("delivered", "unreachable");
    }

    @Test
    void whoWasNotAskedIsNotBlamedForTheSilenceOfAnother() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .unreachable("billing", BEHIND_BILLING)
                .notAsked(BEHIND_BILLING)
                .partial("Rok se izteče.")
                .bundle());

        JsonNode files = bundle.verdict("shared-hosting.user-data.files");
        assertThat(files.path("verdict").asText()).isEqualTo("unreachable");
        assertThat(files.path("system").asText()).isEqualTo("billing");
        assertThat(files.at("/reason/sl").asText()).contains("nismo mogli poiskati");
    }

    @Test
    void whoFailedButNamedAllTheAccountsLeavesTheOthersAnswersWhole() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .unreachable("billing")
                .extract(
                        "hosting",
                        draft -> draft.file("shared-hosting.user-data.files", "a.txt", "text/plain", "vsebina"))
                .nothingIn("whois-domain", "dostavljalec", "website-builder")
                .partial("Rok se izteče.")
                .bundle());

        assertThat(bundle.verdict("shared-hosting.user-data.files").has("system"))
                .isFalse();
        assertThat(bundle.verdict("websites.user-data.site-content")
                        .path("verdict")
                        .asText())
                .isEqualTo("none-held");
    }

    @Test
    void whatAnotherSystemIsSilentOfChangesNothingWhereNoAccountIsKnown() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing")
                .unreachable("whois-domain")
                .notNeeded("hosting", "dostavljalec", "website-builder")
                .partial("Rok se izteče.")
                .bundle());

        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("verdict"))
                .containsOnly("none-held", "unreachable", "refer-to-controller");
        assertThat(bundle.verdict("vps.user-data.files").at("/reason/sl").asText())
                .contains("v sistemu, ki hrani ta podatek");
    }

    @Test
    void whoIsNoCustomerIsReferredToTheCustomersForWhatTheyStore() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .nothingIn("billing")
                .notNeeded("whois-domain", "hosting", "dostavljalec", "website-builder")
                .bundle());

        for (Item item : TestCase.INVENTORY.items()) {
            String expected =
                    item.content() && item.role() == Item.Role.PROCESSOR ? "refer-to-controller" : "none-held";
            assertThat(bundle.verdict(item.id().toString()).path("verdict").asText())
                    .as(item.id().toString())
                    .isEqualTo(expected);
        }
        assertThat(bundle.text("data/information.html"))
                .contains("Osebnih podatkov o vas v naših sistemih nismo našli.");
    }

    /** What was found and left out is neither handed out nor denied. */
    @Test
    void whereSomethingWasFoundAndLeftOutItIsNotSaidThatNothingWasFound() throws IOException {
        String name = "shared-hosting.service-fulfilment.name";
        String mail = "shared-hosting.user-data.email-messages";
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .extract("billing", draft -> draft.remark(name, "Naročila: morda nekoga drugega", 1, true))
                .extract(
                        "hosting",
                        draft -> draft.file("shared-hosting.user-data.files", "a.txt", "text/plain", "a")
                                .remark(mail, "Pošta: ni je dovoljeno brati", 2, true))
                .nothingIn("whois-domain", "dostavljalec", "website-builder")
                .bundle());

        for (String item : List.of(name, mail)) {
            JsonNode verdict = bundle.verdict(item);
            assertThat(verdict.path("verdict").asText()).isEqualTo("none-held");
            assertThat(verdict.at("/reason/sl").asText()).startsWith("Razen tega, kar je navedeno kot izpuščeno,");
            assertThat(verdict.at("/reason/en").asText()).startsWith("Beside what is told as left out,");
        }
        assertThat(bundle.verdict(mail).at("/reason/sl").asText()).contains("obrnite nanj");
        assertThat(bundle.verdict("vps.service-fulfilment.name")
                        .at("/reason/sl")
                        .asText())
                .startsWith("Iskali smo");
        assertThat(bundle.text("data/report/sl/shared-hosting.html")).contains("Drugega ne hranimo");
        assertThat(bundle.text("data/report/sl/vps.html")).doesNotContain("Drugega ne hranimo");
    }

    private static final Outcome.Doubt DOUBT = new Outcome.Doubt(
            new Identifier.CustomerNumber("100234"), LocalDate.of(2026, 3, 28), LocalDate.of(2026, 4, 27));

    /** GDPR Art. 12(6): an account whose contact changed lately is neither handed out nor denied. */
    @Test
    void anAccountInDoubtIsWithheldNotDenied() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(new TestCase(folder)
                .extract("billing", List.of(DOUBT), _ -> {})
                .notNeeded("whois-domain", "hosting", "dostavljalec", "website-builder")
                .bundle());

        assertThat(bundle.json("data/completeness.json").path("items").findValuesAsText("verdict"))
                .containsOnly("withheld");
        assertThat(bundle.json("data/completeness.json").path("items").findValues("found"))
                .hasSize(TestCase.INVENTORY.items().size())
                .allMatch(found -> !found.booleanValue());
        assertThat(bundle.verdict("domains.legal-framework.name")
                        .at("/reason/sl")
                        .asText())
                .contains("27. 4. 2026");
    }

    /** The other account would be missing without a word. */
    @Test
    void anAccountInDoubtIsToldBesideWhatAnotherAccountBrought() throws IOException {
        Path zip = new TestCase(folder)
                .extract(
                        "billing",
                        List.of(DOUBT),
                        draft -> draft.records(
                                "domains.legal-framework",
                                "invoices",
                                "Računi",
                                SampleCases.INVOICE,
                                SampleCases.invoices(2)))
                .nothingIn("whois-domain", "hosting")
                .notNeeded("dostavljalec", "website-builder")
                .bundle();

        UnpackedBundle bundle = UnpackedBundle.of(zip);
        JsonNode delivered = bundle.verdict("domains.legal-framework.name");
        assertThat(delivered.path("verdict").asText()).isEqualTo("delivered");
        assertThat(delivered.path("settledFrom").asText()).isEqualTo("2026-04-27");
        assertThat(delivered.at("/reason/sl").asText())
                .contains("Kopija je v tem svežnju.", "Morda ni vse", "27. 4. 2026");
        JsonNode document = bundle.json("data/completeness.json");
        assertThat(document.path("complete").booleanValue()).isFalse();
        assertThat(document.at("/openAccounts/count").asInt()).isOne();
        assertThat(document.toString()).as("whose it is, is not told").doesNotContain("100234");
        for (String page : List.of("data/index.html", "data/information.html")) {
            assertThat(bundle.text(page)).contains("računa nismo pregledali", "27. 4. 2026", "nam pišite");
        }
        assertThat(bundle.text("data/index.html")).contains("Račun, ki ga nismo pregledali", "v 15 dneh");
        assertThat(bundle.text("data/report/en/domains.html")).contains("It may not be all", "27 April 2026");
        assertThat(VerifyBundle.run(List.of(zip.toString()), System.out)).isZero();
    }
}
