package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.law.RetentionRule;

/** GDPR Art. 15(1)(d), ZDDV-1 Art. 86: an invoice of 2024 is kept up to and including 31 December 2034. */
@Tag("slow")
class RetentionTest {
    private static UnpackedBundle bundle;

    @BeforeAll
    static void invoices(@TempDir Path folder) throws IOException {
        bundle = UnpackedBundle.of(new TestCase(folder)
                .services("domains")
                .nothingIn("whois-domain")
                .extract(
                        "billing",
                        draft -> draft.kept(
                                RetentionRule.ZDDV_1_86,
                                "domains.legal-framework",
                                "invoices",
                                List.of("number:Številka računa", "name:Ime ali naziv:name"),
                                List.of(invoice(2020), invoice(2024), invoice(2022))))
                .bundle());
    }

    private static Map<String, ?> invoice(int year) {
        LocalDate lastDay =
                RetentionRule.ZDDV_1_86.lastDay(LocalDate.of(year, 6, 1)).orElseThrow();
        return Map.of("number", year + "-1", "name", "Špela Čuček-Žagar", "keptUntil", lastDay);
    }

    @Test
    void itsRecordSaysSo() throws IOException {
        assertThat(bundle.json("data/domains/legal-framework/invoices.json")
                        .at("/records/1/keptUntil")
                        .asText())
                .isEqualTo("2034-12-31");
        assertThat(bundle.json("data/domains/legal-framework/invoices.json")
                        .at("/retention/rule")
                        .asText())
                .isEqualTo("zddv-1-86");
        assertThat(bundle.text("data/domains/legal-framework/invoices.csv"))
                .contains("number,name,keptUntil\r\n", "2024-1,Špela Čuček-Žagar,2034-12-31\r\n");
    }

    @Test
    void theReportSaysSoOfTheRecordAndOfTheCollection() {
        assertThat(bundle.text("data/report/sl/domains_legal-framework_invoices_1.html"))
                .contains("Hranimo do vključno", "31. 12. 2030", "31. 12. 2034", "86. člen ZDDV-1: 10 let");
        assertThat(bundle.text("data/report/en/domains_legal-framework_invoices_1.html"))
                .contains("Kept up to and including", "31 Dec 2034", "ZDDV-1 Art. 86: ten years");
        assertThat(bundle.text("data/report/sl/domains.html"))
                .contains("Hramba: 86. člen ZDDV-1", "najdlje do vključno 31. 12. 2034");
    }

    @Test
    void theInformationAndTheVerdictSaySo() throws IOException {
        assertThat(bundle.json("data/information.json")
                        .at("/services/0/categories/0/keptUntil")
                        .asText())
                .isEqualTo("2034-12-31");
        assertThat(bundle.text("data/information.html"))
                .contains("najdlje do vključno 31. 12. 2034", "at the longest up to and including 31 Dec 2034");
        assertThat(bundle.verdict("domains.legal-framework.name")
                        .path("keptUntil")
                        .asText())
                .isEqualTo("2034-12-31");
    }
}
