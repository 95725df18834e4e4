package si.vpogled.collection.kubernetes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.job.StoreFault;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;

/** Lets a run's job write its extract, for as long as the job may take, and nothing else. */
@Singleton
class GrantExtract {
    /** Between the making of a grant and the beginning of its Job, and between the clocks of service and store. */
    private static final Duration MARGIN = Duration.ofMinutes(15);
    /** At most, of what an extract holds beside the bytes that count: what is said of each record or file, and the frame. */
    private static final long EACH = 1 << 10;

    private static final long FRAME = 16 << 20;
    private static final int SHARE = 64;

    private final ObjectStore store;
    private final KubernetesConfig config;

    GrantExtract(ObjectStore store, KubernetesConfig config) {
        this.store = store;
        this.config = config;
    }

    /** @param time until the Job is ended */
    Grant of(Order order, Duration time) throws ConnectorException {
        try {
            Grant grant = store.grant(order.destination(), new Grant.Terms(room(order.limits()), time.plus(MARGIN)));
            if (grant instanceof Grant.InFolder && config.storeClaim().isEmpty()) {
                throw new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "No Job can reach the folder of the store: vpogled.kubernetes.store-claim"
                                + " (VPOGLED_KUBERNETES_STORE_CLAIM) must name the volume claim that it is on");
            }
            return grant;
        } catch (IOException e) {
            throw StoreFault.of(e);
        }
    }

    static long room(Order.Limits limits) {
        double room = limits.bytes() + (double) limits.bytes() / SHARE + (double) limits.records() * EACH + FRAME;
        return (long) room;
    }
}
