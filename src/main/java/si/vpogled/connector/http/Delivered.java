package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.util.HexFormat;
import si.vpogled.connector.ConnectorException;
import si.vpogled.storage.seal.Sha256;

/**
 * What of one page is already handed on, so that a page that broke off can be read again: the records at its
 * beginning must then be the same, and are passed over.
 */
final class Delivered {
    private final Ask ask;
    private final MessageDigest digest = Sha256.digest();
    private MessageDigest repeated = Sha256.digest();
    private long records;
    private long toRepeat;

    Delivered(Ask ask) {
        this.ask = ask;
    }

    long records() {
        return records;
    }

    /** Tells pages apart by their records alone: much else on a page may change from one moment to the next. */
    String fingerprint() {
        return HexFormat.of().formatHex(copy(digest).digest());
    }

    /** Whether the record was not handed on yet. */
    boolean isNew(JsonNode record) throws ConnectorException {
        byte[] bytes = bytes(record);
        if (toRepeat == 0) {
            digest.update(bytes);
            records++;
            return true;
        }
        repeated.update(bytes);
        if (--toRepeat == 0
                && !MessageDigest.isEqual(repeated.digest(), copy(digest).digest())) {
            throw changed();
        }
        return false;
    }

    /** The page is read from its beginning again. */
    void again() {
        toRepeat = records;
        repeated = Sha256.digest();
    }

    /** @throws ConnectorException where the page read again is shorter than it was */
    void ended() throws ConnectorException {
        if (toRepeat > 0) {
            throw changed();
        }
    }

    private ConnectorException changed() {
        return Faults.unavailable(Faults.where(ask)
                + " broke off, and gave other records when it was read again; tried again from the beginning later");
    }

    private static byte[] bytes(JsonNode record) {
        try {
            return Json.bytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that was parsed can be written", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be copied", e);
        }
    }
}
