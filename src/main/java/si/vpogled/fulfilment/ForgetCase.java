package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.ForgetCollected;
import si.vpogled.correspondence.Messages;
import si.vpogled.erasure.ForgetErasure;
import si.vpogled.fulfilment.transmission.Transmissions;
import si.vpogled.request.ForgetWords;
import si.vpogled.storage.keys.RequestKeys;

/** Drops a closed case's key, and with it what was written about it in words and what is known of the subject. */
@ApplicationScoped
class ForgetCase {
    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final ForgetWords words;
    private final Messages messages;
    private final ForgetCollected collected;
    private final Transmissions transmissions;
    private final ForgetErasure erasure;

    ForgetCase(
            BundleShelf shelf,
            RequestKeys keys,
            ForgetWords words,
            Messages messages,
            ForgetCollected collected,
            Transmissions transmissions,
            ForgetErasure erasure) {
        this.shelf = shelf;
        this.keys = keys;
        this.words = words;
        this.messages = messages;
        this.collected = collected;
        this.transmissions = transmissions;
        this.erasure = erasure;
    }

    /** Within a transaction. */
    void forget(UUID request) {
        // the case first, as everywhere: so nobody waits for the other
        words.forget(request);
        keys.shred(request);
        messages.forget(request);
        collected.forget(request);
        shelf.forget(request);
        transmissions.forget(request);
        erasure.forget(request);
    }
}
