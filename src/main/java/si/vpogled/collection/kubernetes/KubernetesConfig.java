package si.vpogled.collection.kubernetes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How runs are had carried out by a cluster; of use where {@code vpogled.launcher} is {@code kubernetes}. */
@ConfigMapping(prefix = "vpogled.kubernetes")
public interface KubernetesConfig {
    /** Where Jobs are made; without it the namespace of the service itself. */
    Optional<String> namespace();

    /** The image of connectors whose definition names none: that of the service. */
    Optional<String> image();

    /** What is started in that image. */
    @WithDefault("/opt/vpogled/bin/connector-job")
    List<String> command();

    /** A ConfigMap with the operator's definitions; without it jobs know those that come along. */
    Optional<String> definitions();

    /** A PersistentVolumeClaim with the folder of the store, where the store is one: each job sees its own part of it. */
    Optional<String> storeClaim();

    /** The account that Jobs run under, which may do nothing and of which they get no token; the namespace's default without it. */
    Optional<String> serviceAccount();

    /** How long a job may wait for room, or for what it mounts. */
    @WithDefault("10m")
    Duration pending();

    /** How long an image may fail to be pulled, and a container to be made. */
    @WithDefault("2m")
    Duration pull();

    /** For how long the cluster's API may be away, or refuse what it allowed before, until a run is given up. */
    @WithDefault("5m")
    Duration patience();

    /** How often a Job is looked at although nothing was heard of it. */
    @WithDefault("30s")
    Duration resync();

    /** How long a Job that has ended stays to be looked at. */
    @WithDefault("1h")
    Duration keep();
}
