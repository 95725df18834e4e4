package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
     * The store is asked within no transaction: one that is slow holds no connection to the database.
     *
     * @param first whether it is the beginning that is asked for: that is what the history counts as a download
     */
    public Download open(UUID request, int number, boolean first) throws IOException {
        Found found = QuarkusTransaction.requiringNew().call(() -> find(request, number));
        byte[] context = found.bundle().sealContext().getBytes(StandardCharsets.UTF_8);
        SeekableByteChannel content =
                Unseal.open(found.pair(), context, store.open(found.bundle().key()));
        if (first) {
            note(request, number, content);
        }
        return new Download(found.bundle(), content);
    }

    private record Found(BundleShelf.Bundle bundle, OctetKeyPair pair) {}

    private Found find(UUID request, int number) {
        BundleShelf.Bundle bundle = shelf.available(request).stream()
                .filter(available -> available.number() == number)
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.DOWNLOAD_OVER, Integer.toString(number)));
        return new Found(bundle, keys.keyPair(request));
    }

    /** What is not on record is not given out. */
    private void note(UUID request, int number, SeekableByteChannel content) throws IOException {
        Map<String, String> what = Map.of("bundle", Integer.toString(number));
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> history.append(request, Actor.subject(), Action.DOWNLOADED, what));
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }
}
