package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import si.vpogled.erasure.Certificate;
import si.vpogled.erasure.Certificates;
import si.vpogled.fulfilment.ReadCertificate;
import si.vpogled.web.certificate.CertificateView;
import si.vpogled.web.certificate.ShowCertificate;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The certificate of an erasure, to be read, and signed for machines. */
@Path("/case/certificate")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class CertificatePages {
    private static final String JOSE = "application/jose";
    private static final String PDF = "application/pdf";

    private final Pages pages;
    private final SignedInSubject subject;
    private final ReadCertificate certificates;
    private final ShowCertificate show;

    CertificatePages(Pages pages, SignedInSubject subject, ReadCertificate certificates, ShowCertificate show) {
        this.pages = pages;
        this.subject = subject;
        this.certificates = certificates;
        this.show = show;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance certificate(Page page, CertificateView view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response get() {
        Page page = pages.page();
        return pages.html(Templates.certificate(page, show.view(page, last().certificate())));
    }

    @GET
    @Path("/pdf")
    @Produces(PDF)
    public Response pdf() throws IOException {
        Certificate certificate = last().certificate();
        return Response.ok(show.pdf(pages.page(), certificate))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(certificate, "pdf"))
                .build();
    }

    @GET
    @Path("/signed")
    @Produces(JOSE)
    public Response signed() {
        Certificates.Issued issued = last();
        return Response.ok(issued.signed())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(issued.certificate(), "jws"))
                .build();
    }

    private static String attachment(Certificate certificate, String type) {
        return "attachment; filename=\"" + certificate.reference() + "-" + certificate.number() + "." + type + "\"";
    }

    private Certificates.Issued last() {
        return certificates.of(subject.request()).orElseThrow(NotFoundException::new);
    }
}
