package si.vpogled.web.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import si.vpogled.bundle.report.Pages;
import si.vpogled.collection.Connectors;
import si.vpogled.erasure.Certificate;
import si.vpogled.inventory.Inventory;
import si.vpogled.letter.pdf.AccessiblePdf;
import si.vpogled.web.page.Page;

/** Puts the certificate of an erasure into words, on a page or as PDF/A-3a and PDF/UA. */
@ApplicationScoped
public class ShowCertificate {
    private static final String STYLE = Pages.resource("/bundle/information-pdf.css");

    private final Connectors connectors;
    private final Inventory inventory;

    ShowCertificate(Connectors connectors, Inventory inventory) {
        this.connectors = connectors;
        this.inventory = inventory;
    }

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance pdf(Page page, CertificateView view, RawString style);
    }

    public CertificateView view(Page page, Certificate certificate) {
        return new CertificateView(page, page.messages(ProofMessages.class), certificate, connectors, inventory);
    }

    public byte[] pdf(Page page, Certificate certificate) throws IOException {
        return AccessiblePdf.of(Templates.pdf(page, view(page, certificate), new RawString(STYLE))
                .setLocale(page.language().locale())
                .render());
    }
}
