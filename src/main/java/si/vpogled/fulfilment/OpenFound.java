package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.content.UnreadableExtractException;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.collection.Run;
import si.vpogled.request.CaseException;
import si.vpogled.storage.ObjectStore;

/** Opens what a run brought. Outside transactions: reading takes its time. */
@ApplicationScoped
class OpenFound {
    private final ObjectStore store;

    OpenFound(ObjectStore store) {
        this.store = store;
    }

    /**
     * @param run with an extract
     * @throws CaseException where the extract cannot be read
     */
    FoundExtract of(Run run, OctetKeyPair requestKeyPair) {
        Run.Extract extract = run.extract().orElseThrow();
        try {
            return FoundExtract.open(
                    new BundlePlan.Extract(run.connector(), run.id(), extract.attempt(), extract.key()),
                    store,
                    requestKeyPair);
        } catch (UnreadableExtractException e) {
            throw unreadable(run, e);
        }
    }

    static CaseException unreadable(Run run, Exception cause) {
        CaseException refused = new CaseException(CaseException.Problem.FINDINGS_UNREADABLE, run.connector());
        refused.initCause(cause);
        return refused;
    }
}
