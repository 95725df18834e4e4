package si.vpogled.correspondence;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.storage.seal.Unseal;

/** Puts attachments into the store, sealed to the request's key, and takes them out again. */
@ApplicationScoped
class SealAttachment {
    private final ObjectStore store;

    SealAttachment(ObjectStore store) {
        this.store = store;
    }

    /** @return a row that nobody knows of yet */
    AttachmentEntity seal(UUID request, CheckDraft.Fit file, OctetKeyPair recipient) {
        AttachmentEntity row = new AttachmentEntity();
        row.id = UUID.randomUUID();
        row.name = file.name();
        row.mediaType = file.type().mediaType();
        row.size = file.content().length;
        row.sha256 = Sha256.hex(file.content());
        row.key = "requests/" + request + "/attachments/" + row.id;
        try (ObjectStore.Upload upload = store.create(row.key)) {
            try (OutputStream sealed = Seal.to(recipient, context(request, row.id), upload.stream())) {
                sealed.write(file.content());
            }
            upload.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment cannot be stored", e);
        }
        return row;
    }

    SeekableByteChannel open(UUID request, AttachmentEntity row, OctetKeyPair pair) throws IOException {
        return Unseal.open(pair, context(request, row.id), store.open(row.key));
    }

    /** Removes what no message came to have. */
    void discard(AttachmentEntity row) {
        try {
            store.deleteAll(row.key);
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment that no message has cannot be removed", e);
        }
    }

    private static byte[] context(UUID request, UUID attachment) {
        return ("vpogled attachment 1 " + request + " " + attachment).getBytes(StandardCharsets.UTF_8);
    }
}
