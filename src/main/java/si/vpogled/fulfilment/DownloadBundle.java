package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.History;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.storage.seal.Unseal;

/** Opens a bundle for the subject who is signed in to its case. */
@ApplicationScoped
public class DownloadBundle {
    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final ObjectStore store;
    private final History history;

    DownloadBundle(BundleShelf shelf, RequestKeys keys, ObjectStore store, History history) {
        this.shelf = shelf;
        this.keys = keys;
        this.store = store;
        this.history = history;
    }

    /**
     * @param content decrypted; the caller closes it
     */
    public record Download(BundleShelf.Bundle bundle, SeekableByteChannel content) {}

    /**
     * @param first whether it is the beginning that is asked for: that is what the history counts as a download
     */
    @Transactional
    public Download open(UUID request, int number, boolean first) throws IOException {
        BundleShelf.Bundle bundle = shelf.available(request).stream()
                .filter(available -> available.number() == number)
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.DOWNLOAD_OVER, Integer.toString(number)));
        if (first) {
            history.append(request, Actor.subject(), Action.DOWNLOADED, Map.of("bundle", Integer.toString(number)));
        }
        byte[] context = bundle.sealContext().getBytes(StandardCharsets.UTF_8);
        return new Download(bundle, Unseal.open(keys.keyPair(request), context, store.open(bundle.key())));
    }
}
