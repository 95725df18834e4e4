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
import si.vpogled.collection.Connectors;
import si.vpogled.erasure.Certificates;
import si.vpogled.fulfilment.ReadCertificate;
import si.vpogled.inventory.Inventory;
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

    private final Pages pages;
    private final SignedInSubject subject;
    private final ReadCertificate certificates;
    private final Connectors connectors;
    private final Inventory inventory;

    CertificatePages(
            Pages pages,
            SignedInSubject subject,
            ReadCertificate certificates,
            Connectors connectors,
            Inventory inventory) {
        this.pages = pages;
        this.subject = subject;
        this.certificates = certificates;
        this.connectors = connectors;
        this.inventory = inventory;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance certificate(Page page, CertificateView view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response get() {
        Page page = pages.page();
        return pages.html(Templates.certificate(
                page,
                new CertificateView(
                        page, page.messages(ProofMessages.class), last().certificate(), connectors, inventory)));
    }

    @GET
    @Path("/signed")
    @Produces(JOSE)
    public Response signed() {
        Certificates.Issued issued = last();
        String name =
                issued.certificate().reference() + "-" + issued.certificate().number() + ".jws";
        return Response.ok(issued.signed())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Certificates.Issued last() {
        return certificates.of(subject.request()).orElseThrow(NotFoundException::new);
    }
}
