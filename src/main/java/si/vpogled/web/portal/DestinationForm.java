package si.vpogled.web.portal;

import java.util.UUID;
import si.vpogled.fulfilment.transmission.NameDestination;

/**
 * Where an answer is to be sent, as it was typed. The secret is not shown again.
 *
 * @param key of the form, so that sending it twice sends one answer
 * @param begun whether anything was sent
 */
record DestinationForm(UUID key, boolean begun, String address, String fingerprint) {
    static DestinationForm blank() {
        return new DestinationForm(UUID.randomUUID(), false, "", "");
    }

    static DestinationForm of(NameDestination.Wish wish, UUID key) {
        return new DestinationForm(key, true, wish.address(), wish.fingerprint());
    }
}
