package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;

/** What it means for a run that the cluster's API did not do as it was asked. */
final class ClusterFault {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private ClusterFault() {}

    /** Empty where it may do so when it is asked again. */
    static Optional<Fault> of(KubernetesClientException e) {
        int code = e.getCode();
        if (code < 400 || code >= 500 || code == TOO_MANY || code == CONFLICT) {
            return Optional.empty();
        }
        if (code == FORBIDDEN && isQuota(e)) {
            return Optional.of(new Fault(
                    FaultKind.UNAVAILABLE,
                    "The quota of the cluster's namespace is used up: it has no room for the job"));
        }
        return Optional.of(new Fault(
                FaultKind.MISCONFIGURED,
                switch (code) {
                    case UNAUTHORIZED, FORBIDDEN ->
                        "The cluster does not let the service make and follow Jobs (" + code
                                + "): give its service account the role for it";
                    case NOT_FOUND ->
                        "The cluster has no such namespace, or no Jobs: is vpogled.kubernetes.namespace right?";
                    default ->
                        "The cluster refused the run's Job (" + code + "): is the job part of the connector's"
                                + " definition right?";
                }));
    }

    /** Whether it is said for some moments after a restart as well, before the cluster knows its accounts and roles again. */
    static boolean mayPass(KubernetesClientException e) {
        return e.getCode() == UNAUTHORIZED || e.getCode() == FORBIDDEN && !isQuota(e);
    }

    private static boolean isQuota(KubernetesClientException e) {
        return String.valueOf(e.getMessage()).contains("exceeded quota");
    }

    static Fault away(Duration patience) {
        return new Fault(FaultKind.UNAVAILABLE, "The cluster's API did not answer for " + Words.of(patience));
    }
}
