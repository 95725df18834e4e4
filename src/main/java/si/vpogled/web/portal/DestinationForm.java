package si.vpogled.web.portal;

import si.vpogled.fulfilment.transmission.NameDestination;

/**
 * Where an answer is to be sent, as it was typed. The secret is not shown again.
 *
 * @param begun whether anything was sent
 */
record DestinationForm(boolean begun, String address, String fingerprint) {
    static DestinationForm blank() {
        return new DestinationForm(false, "", "");
    }

    static DestinationForm of(NameDestination.Wish wish) {
        return new DestinationForm(true, wish.address(), wish.fingerprint());
    }
}
