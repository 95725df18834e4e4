package si.vpogled.bundle.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import si.vpogled.storage.seal.Sha256;

/**
 * By what a record is known again, should its collection be read anew. Keyed with the request's private key: once that
 * is shredded, nobody can tell any more what a print was of.
 */
public final class RecordPrint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    public RecordPrint(OctetKeyPair requestKeyPair) {
        MessageDigest digest = Sha256.digest();
        digest.update("vpogled record 1 ".getBytes(StandardCharsets.UTF_8));
        key = new SecretKeySpec(digest.digest(requestKeyPair.getDecodedD()), ALGORITHM);
    }

    /** @param record with all of its fields */
    public String of(ObjectNode record) throws IOException {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(BundleJson.LINE.writeValueAsBytes(record));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
