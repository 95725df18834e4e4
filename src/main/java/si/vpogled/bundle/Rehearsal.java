package si.vpogled.bundle;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.Signer;
import si.vpogled.text.Language;

/**
 * Assembles a bundle of nobody's, for whom there was nothing to look by, and keeps nothing of it. The first bundle of a
 * process takes seconds of loading and compiling classes, most of it for the PDF: who asks first should not wait for
 * that.
 */
final class Rehearsal {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String WORD = "REHEARSAL";

    private final Inventory inventory;

    Rehearsal(Inventory inventory) {
        this.inventory = inventory;
    }

    AssembledBundle run() throws IOException, JOSEException {
        return new AssembleBundle(new Nowhere(), Unsigned::new, inventory)
                .assemble(plan(), new OctetKeyPairGenerator(Curve.X25519).generate());
    }

    private BundlePlan plan() {
        return new BundlePlan(
                NOBODY,
                WORD,
                "access",
                Language.SL,
                WORD,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                inventory.services().stream().map(Inventory.ServiceColumn::id).toList(),
                1,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                inventory.cells().stream()
                        .flatMap(cell -> cell.items().stream())
                        .map(Item::connector)
                        .distinct()
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    /** No key of ours ever signs anything but an answer. */
    private record Unsigned(OctetKeyPair publicJwk) implements Signer {
        private static final String KID = "none";

        Unsigned() {
            this(new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(new byte[32]))
                    .keyID(KID)
                    .build());
        }

        @Override
        public String kid() {
            return KID;
        }

        @Override
        public byte[] sign(byte[] data) {
            return new byte[64];
        }
    }

    /** Takes objects and keeps none. */
    private static final class Nowhere implements ObjectStore {
        @Override
        public Upload create(String key) {
            return new Upload() {
                @Override
                public OutputStream stream() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public void commit() {
                    // nothing was kept
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }

        @Override
        public SeekableByteChannel open(String key) throws IOException {
            throw new NoSuchFileException(key);
        }

        @Override
        public boolean exists(String key) {
            return false;
        }

        @Override
        public Grant grant(String key, Grant.Terms terms) {
            throw new UnsupportedOperationException("Nobody else writes to nowhere");
        }

        @Override
        public void check() {
            // it is always there
        }

        @Override
        public void deleteAll(String prefix) {
            // there is none
        }
    }
}
