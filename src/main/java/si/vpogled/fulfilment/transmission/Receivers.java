package si.vpogled.fulfilment.transmission;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;

/** Who is at a destination. */
@ApplicationScoped
class Receivers {
    private final FindAddress addresses;
    private final TransmissionConfig config;
    private final Vertx vertx;

    Receivers(FindAddress addresses, TransmissionConfig config, Vertx vertx) {
        this.addresses = addresses;
        this.config = config;
        this.vertx = vertx;
    }

    /** Its address is found and checked anew each time. */
    Receiver at(Destination destination, String secret) throws DestinationException {
        InetAddress address = addresses.of(destination);
        return destination.sftp()
                ? new SftpReceiver(destination, address, secret, config)
                : new HttpsReceiver(vertx, destination, address, secret, config);
    }
}
