package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/**
 * All that a connector job is told: one file of JSON, {@code order.schema.json}. It names no secret of the service;
 * backend credentials reach the job from its own environment.
 *
 * @param version of this format, 1
 * @param run the run; the same for every attempt
 * @param attempt counts from 1; a later attempt makes earlier ones void
 * @param request the case, as an opaque id
 * @param connector which definition to follow
 * @param operation what to do
 * @param identifiers by what the subject is known; all of them proved or derived from proved ones
 * @param items the inventory items wanted; others are not to be read
 * @param language the subject's language
 * @param destination key in the store under which the extract, or an erasure's outcome, is to be, written exactly once;
 *     a job's grant says how
 * @param recipient the request's public key, a JWK (RFC 8037, OKP, X25519); only the service can read what is sealed to it
 * @param limits what ends the run with {@link FaultKind#REFUSED} (records, bytes) or {@link FaultKind#UNAVAILABLE}
 *     (time); to erase, how many records one step erases at most
 * @param step exactly where something is to be erased or verified
 */
public record Order(
        int version,
        UUID run,
        int attempt,
        UUID request,
        String connector,
        Operation operation,
        List<Identifier> identifiers,
        List<ItemId> items,
        Language language,
        String destination,
        Map<String, Object> recipient,
        Limits limits,
        Optional<ApprovedStep> step) {
    public static final int VERSION = 1;

    public Order {
        step = step == null ? Optional.empty() : step;
        identifiers = List.copyOf(identifiers);
        items = List.copyOf(items);
        recipient = Map.copyOf(recipient);
    }

    /** One that is about no plan. */
    public Order(
            int version,
            UUID run,
            int attempt,
            UUID request,
            String connector,
            Operation operation,
            List<Identifier> identifiers,
            List<ItemId> items,
            Language language,
            String destination,
            Map<String, Object> recipient,
            Limits limits) {
        this(
                version,
                run,
                attempt,
                request,
                connector,
                operation,
                identifiers,
                items,
                language,
                destination,
                recipient,
                limits,
                Optional.empty());
    }

    /** The recipient's key as a JWK. */
    public OctetKeyPair recipientKey() {
        try {
            return OctetKeyPair.parse(recipient);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The order's recipient is not a JWK of an X25519 public key", e);
        }
    }

    /** What extract or outcome is sealed with beside the key, so that it stands for no other run or attempt. */
    public byte[] sealContext() {
        String what = operation == Operation.COLLECT ? "extract" : "erasure";
        return ("vpogled " + what + " 1 " + run + " " + attempt).getBytes(StandardCharsets.UTF_8);
    }

    public enum Operation {
        /** Read everything held and write it to the extract. */
        @JsonProperty("collect")
        COLLECT,
        /** Check reachability, credentials and every query without reading personal data; no extract is written. */
        @JsonProperty("test")
        TEST,
        /** Look what there is, group by group, without contents (GDPR Art. 17); changes nothing. */
        @JsonProperty("find")
        FIND,
        /** Erase groups of an approved plan, one bounded step. */
        @JsonProperty("erase")
        ERASE,
        /** Look again what there is of the groups of an approved plan; changes nothing. */
        @JsonProperty("verify")
        VERIFY,
        /** Tell the backend that the identifiers' data are on hold (ZVOP-2 Art. 21). */
        @JsonProperty("hold")
        HOLD,
        /** Tell the backend that a hold has ended. */
        @JsonProperty("release")
        RELEASE;

        /** Whether it is about groups of an approved plan. */
        public boolean isPlanned() {
            return this == ERASE || this == VERIFY;
        }

        /** Whether it may use the credentials for erasing; what only reads never sees them. */
        public boolean changes() {
            return this == ERASE || this == HOLD || this == RELEASE;
        }

        /** Whether its outcome is written to the store. */
        public boolean writes() {
            return this != TEST;
        }
    }

    /**
     * @param seconds of wall-clock time, from start to the extract's last byte
     * @param records over all collections
     * @param bytes before compression, over all entries
     */
    public record Limits(long seconds, long records, long bytes) {}
}
