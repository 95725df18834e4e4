package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.manifests.Custom.Cluster;
import si.vpogled.manifests.Custom.ObjectStore;
import si.vpogled.manifests.Custom.ScheduledBackup;

/** The database of production. */
final class DatabaseRules {
    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";
    /** Kept by PostgreSQL for who repairs it, and used by CloudNativePG itself. */
    private static final int OTHERS = 20;

    private DatabaseRules() {}

    static List<String> connections(Manifests manifests) {
        int replicas = manifests.all(HorizontalPodAutoscaler.class).stream()
                        .mapToInt(one -> one.getSpec().getMaxReplicas())
                        .sum()
                + manifests
                        .service()
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal();
        int asked = replicas * Integer.parseInt(manifests.settings().get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"));
        int there = Integer.parseInt(
                cluster(manifests).spec().postgresql().parameters().get("max_connections"));
        return asked + OTHERS <= there ? List.of() : List.of(asked + " may be asked for of " + there);
    }

    static List<String> several(Manifests manifests) {
        Cluster.Spec spec = cluster(manifests).spec();
        List<String> breaches = new ArrayList<>();
        if (spec.instances() < 3 || spec.postgresql().synchronous().number() < 1) {
            breaches.add("what was written may be on one machine alone");
        }
        if (!spec.affinity().enablePodAntiAffinity()) {
            breaches.add("members may be on one machine");
        }
        if (!manifests.settings().get("QUARKUS_DATASOURCE_JDBC_URL").contains("sslmode=verify-full")) {
            breaches.add("its certificate is not checked");
        }
        if (spec.enableSuperuserAccess()) {
            breaches.add("its superuser can sign in");
        }
        if (!spec.bootstrap().initdb().postInitApplicationSQL().toString().contains("pg_trgm")) {
            breaches.add("it has no pg_trgm");
        }
        return breaches;
    }

    static List<String> backups(Manifests manifests) {
        String name = cluster(manifests).metadata().getName();
        List<String> stores = manifests.names(ObjectStore.class);
        boolean archived = cluster(manifests).spec().plugins().stream()
                .anyMatch(plugin -> plugin.name().equals(PLUGIN)
                        && plugin.isWALArchiver()
                        && stores.contains(plugin.parameters().get("barmanObjectName")));
        boolean nightly = manifests.all(ScheduledBackup.class).stream()
                .map(ScheduledBackup::spec)
                .anyMatch(spec -> spec.cluster().name().equals(name)
                        && spec.method().equals("plugin")
                        && spec.pluginConfiguration().name().equals(PLUGIN)
                        && spec.schedule().matches("\\d+ \\d+ \\d+ \\* \\* \\*"));
        return archived && nightly ? List.of() : List.of("archived: " + archived + ", nightly: " + nightly);
    }

    private static Cluster cluster(Manifests manifests) {
        return manifests.all(Cluster.class).getFirst();
    }
}
