package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.erasure.Certificates;

/** The certificate of an erasure, for its subject. */
@ApplicationScoped
public class ReadCertificate {
    private final Certificates certificates;

    ReadCertificate(Certificates certificates) {
        this.certificates = certificates;
    }

    /** The last one; empty where nothing is certified yet. */
    @Transactional
    public Optional<Certificates.Issued> of(UUID request) {
        return certificates.last(request);
    }
}
