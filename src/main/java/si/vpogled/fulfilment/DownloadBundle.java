package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
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
    private static final Duration GOES_ON = Duration.ofDays(1);

    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final ObjectStore store;
    private final History history;
    private final InstantSource clock;

    DownloadBundle(BundleShelf shelf, RequestKeys keys, ObjectStore store, History history, InstantSource clock) {
        this.shelf = shelf;
        this.keys = keys;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param content decrypted; the caller closes it
     */
    public record Download(BundleShelf.Bundle bundle, SeekableByteChannel content) {}

    /** The store is asked within no transaction: one that is slow holds no connection to the database. */
    public Download open(UUID request, int number) throws IOException {
        Found found = QuarkusTransaction.requiringNew().call(() -> find(request, number));
        byte[] context = found.bundle().sealContext().getBytes(StandardCharsets.UTF_8);
        return new Download(
                found.bundle(),
                Unseal.open(found.pair(), context, store.open(found.bundle().key())));
    }

    /**
     * What is not on record is not given out.
     *
     * @param further whether it does not begin at the beginning: that is on record once, unless it goes on with a
     *     download of the last day
     */
    public void record(UUID request, int number, boolean further) {
        Map<String, String> what = Map.of("bundle", Integer.toString(number));
        QuarkusTransaction.requiringNew().run(() -> {
            if (!further
                    || !history.tells(
                            request, Action.DOWNLOADED, what, clock.instant().minus(GOES_ON))) {
                history.append(request, Actor.subject(), Action.DOWNLOADED, what);
            }
        });
    }

    private record Found(BundleShelf.Bundle bundle, OctetKeyPair pair) {}

    private Found find(UUID request, int number) {
        BundleShelf.Bundle bundle = shelf.available(request).stream()
                .filter(available -> available.number() == number)
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.DOWNLOAD_OVER, Integer.toString(number)));
        return new Found(bundle, keys.keyPair(request));
    }
}
