package si.vpogled.bundle.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import si.vpogled.bundle.SampleBundle;
import si.vpogled.testing.AccessiblePdfs;

/** GDPR Art. 15(1)(a)-(h) and (2). */
@Tag("slow")
class InformationTest {
    private static byte[] pdf;
    private static String text;
    private static String page;

    @BeforeAll
    static void assemble(@TempDir Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(SampleBundle.customer(folder).toFile())) {
            pdf = zip.getInputStream(zip.getEntry("VP-7K3M-9QTX/data/information.pdf"))
                    .readAllBytes();
            page = new String(zip.getInputStream(zip.getEntry("VP-7K3M-9QTX/data/information.html"))
                    .readAllBytes());
        }
        text = AccessiblePdfs.text(pdf);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void thePdfIsArchivableAndAccessible(PDFAFlavour flavour) {
        AccessiblePdfs.hold(pdf, flavour);
    }

    @Test
    void thePdfKeepsItsCarons() {
        assertThat(text)
                .contains("Vrste podatkov, hramba", "15. člen (1)(a)", "Finančna uprava", "š", "ž")
                .doesNotContain("#");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        for (String said : new String[] {text, page}) {
            assertThat(said)
                    .contains("Nameni obdelave in pravne podlage", "Purposes of processing and legal bases")
                    .contains("Vaše pravice", "Your rights")
                    .contains("v 15 dneh", "within 15 days")
                    .contains("Dunajska cesta 22, 1000 Ljubljana", "gp.ip@ip-rs.si")
                    .contains("Avtomatizirano odločanje", "Automated decisions")
                    .contains("Prenosi v tretje države", "Transfers to third countries");
        }
        assertThat(text.indexOf("Nameni obdelave")).isLessThan(text.indexOf("Purposes of processing"));
    }

    /** Art. 15(1)(c): by name, and only those who got something that was found. */
    @Test
    void recipientsAreNamedForWhatWasFound() {
        assertThat(text).contains("Računovodstvo Javor d.o.o.", "Register.si").doesNotContain("PayPal");
    }
}
