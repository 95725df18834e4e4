package si.vpogled.fulfilment.transmission;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/**
 * Finds the address of a destination, and refuses it where any that its name leads to is not public. Whoever connects
 * uses the address that was checked, so that a name which leads elsewhere a moment later leads nowhere.
 */
@ApplicationScoped
class FindAddress {
    private final Set<String> allowed;

    FindAddress(TransmissionConfig config) {
        this.allowed = config.allowed().orElse(Set.of());
    }

    InetAddress of(Destination destination) throws DestinationException {
        try {
            InetAddress[] found = InetAddress.getAllByName(destination.host());
            boolean named = allowed.contains(destination.host())
                    || allowed.contains(destination.host() + ":" + destination.port());
            if (!named && !Stream.of(found).allMatch(PublicAddress::is)) {
                throw new DestinationException(Reason.NOT_PUBLIC);
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new DestinationException(Reason.UNKNOWN_HOST, e);
        }
    }
}
