package si.vpogled.bundle;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import si.vpogled.bundle.bag.BagFile;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.LeftOut;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.content.OpenExtracts;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.report.Pages;
import si.vpogled.inventory.Inventory;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.Signer;
import si.vpogled.storage.keys.SigningKeys;
import si.vpogled.storage.seal.Seal;

/** Assembles, signs, seals and stores one bundle, in bounded memory. */
@ApplicationScoped
public class AssembleBundle {
    private final ObjectStore store;
    private final Supplier<Signer> signer;
    private final Inventory inventory;
    private final Pages pages = new Pages();

    @Inject
    public AssembleBundle(ObjectStore store, SigningKeys keys, Inventory inventory) {
        this(store, keys::current, inventory);
    }

    /** @param signer asked once for each bundle */
    public AssembleBundle(ObjectStore store, Supplier<Signer> signer, Inventory inventory) {
        this.store = store;
        this.signer = signer;
        this.inventory = inventory;
    }

    /**
     * Writes the bundle to {@link BundlePlan#key()}, whole or not at all.
     *
     * @param requestKeyPair the request's X25519 key pair: opens the extracts, and the bundle is sealed to it
     * @throws si.vpogled.bundle.completeness.IncompleteException naming the items that have no verdict
     * @throws IOException where the store fails or an extract is damaged; nothing is left behind
     */
    public AssembledBundle assemble(BundlePlan plan, OctetKeyPair requestKeyPair) throws IOException {
        Scope scope = new Scope(inventory, plan);
        try (OpenExtracts extracts = OpenExtracts.of(plan, scope, inventory, store, requestKeyPair)) {
            Completeness completeness = Completeness.of(inventory, plan, extracts.outcomes(), extracts.carriers());
            WriteBag bag = new WriteBag(plan, inventory, completeness, extracts, pages, signer.get());
            byte[] context = plan.sealContext().getBytes(StandardCharsets.UTF_8);
            try (ObjectStore.Upload upload = store.create(plan.key());
                    BagFile file = new BagFile(Seal.to(requestKeyPair.toPublicJWK(), context, upload.stream()))) {
                int entries = bag.to(file.stream());
                BagFile.Sum sum = file.end();
                upload.commit();
                return new AssembledBundle(
                        plan.key(), sum.size(), sum.sha256(), entries, completeness.counts(), LeftOut.of(completeness));
            }
        }
    }
}
