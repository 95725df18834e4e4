package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/** Kinds that other operators define, as far as we use them: a field that is not here is a mistake, or a decision. */
interface Custom {
    /** A name in the same namespace. */
    record Named(String name) {}

    record Key(String name, String key) {}

    /** CloudNativePG's database. */
    record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) implements Custom {
        record Spec(
                int instances,
                String imageName,
                String primaryUpdateStrategy,
                boolean enableSuperuserAccess,
                Inherited inheritedMetadata,
                Bootstrap bootstrap,
                Postgresql postgresql,
                Storage storage,
                ResourceRequirements resources,
                Affinity affinity,
                List<Plugin> plugins,
                List<External> externalClusters) {}

        record Inherited(Map<String, String> labels) {}

        record Bootstrap(InitDb initdb, Recovery recovery) {}

        record Recovery(String source, String database, String owner, Target recoveryTarget) {}

        record Target(String targetTime) {}

        record External(String name, Plugin plugin) {}

        record InitDb(String database, String owner, String encoding, List<String> postInitApplicationSQL) {}

        record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

        record Synchronous(String method, int number) {}

        record Storage(String size) {}

        record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

        record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}
    }

    /** CloudNativePG's backups by the clock. */
    record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, Spec spec) implements Custom {
        record Spec(
                Named cluster,
                String schedule,
                boolean immediate,
                String backupOwnerReference,
                String method,
                Named pluginConfiguration) {}
    }

    /** Where the Barman Cloud plugin of CloudNativePG keeps backups. */
    record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, Spec spec) implements Custom {
        record Spec(String retentionPolicy, Configuration configuration) {}

        record Configuration(
                String destinationPath,
                String endpointURL,
                Credentials s3Credentials,
                Compressed wal,
                Compressed data) {}

        record Credentials(Key accessKeyId, Key secretAccessKey) {}

        record Compressed(String compression) {}
    }

    /** External Secrets Operator's word on where a Secret comes from. */
    record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, Spec spec) implements Custom {
        record Spec(String refreshInterval, StoreRef secretStoreRef, Target target, List<Datum> data) {}

        record StoreRef(String kind, String name) {}

        record Target(String name, String creationPolicy) {}

        record Datum(String secretKey, Remote remoteRef) {}

        record Remote(String key, String property) {}
    }

    ObjectMeta metadata();
}
