package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.inventory.Inventory;
import si.vpogled.storage.keys.SigningKeys;

/** What is certified of cases' erasures. Within a transaction. */
@ApplicationScoped
public class Certificates {
    private final Rows rows;
    private final Plans plans;
    private final ErasureGroups groups;
    private final SigningKeys keys;
    private final Inventory inventory;
    private final InstantSource clock;

    Certificates(
            Rows rows, Plans plans, ErasureGroups groups, SigningKeys keys, Inventory inventory, InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
        this.groups = groups;
        this.keys = keys;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** @param signed a JWS in compact form (RFC 7515) whose payload is the certificate */
    public record Issued(Certificate certificate, String signed) {}

    /** The last one of a case, which tells all that earlier ones told. */
    public Optional<Issued> last(UUID request) {
        return of(request).stream()
                .reduce((_, later) -> later)
                .map(row -> new Issued(CanonicalForm.read(row.document, Certificate.class), row.signed));
    }

    /** Certifies what is proved by now. */
    void issue(UUID request) {
        Plans.Version version = plans.of(request).getLast();
        Plan plan = version.plan()
                .orElseThrow(() -> new IllegalStateException("The plan of an erasure under way can be read"));
        int number = of(request).size() + 1;
        Instant now = clock.instant();
        Certificate certificate = new WriteCertificate(inventory.provider().name(), plan, version.hash())
                .write(number, now, groups.of(request));
        SignedDocument document = SignedDocument.of(CanonicalForm.write(certificate), keys.current());
        CertificateEntity row = new CertificateEntity();
        row.id = UUID.randomUUID();
        row.request = request;
        row.number = number;
        row.document = document.document();
        row.signed = document.jws();
        row.madeAt = now;
        rows.persist(row);
    }

    private List<CertificateEntity> of(UUID request) {
        return rows.list("request = ?1 order by number", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CertificateEntity, UUID> {}
}
