package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.connector.definition.ConnectorDefinition;

/** What a run's pod mounts: its order, its connector's secrets, a place for temporary files, and little else. */
final class PodVolumes {
    static final String ORDER = "/run/vpogled/order";
    static final String SECRETS = "/run/vpogled/secrets";
    static final String DEFINITIONS = "/run/vpogled/connectors";
    static final String STORE = "/var/lib/vpogled/store";
    static final String SCRATCH = "/tmp";
    /** Readable to the pod's group, writable to nobody. */
    private static final int READABLE = 0440;

    private final List<Volume> volumes = new ArrayList<>();
    private final List<VolumeMount> mounts = new ArrayList<>();

    PodVolumes(KubernetesConfig config, String order, ConnectorDefinition definition) {
        secret("order", order, ORDER, true);
        PodManifest.secret(definition)
                .ifPresent(secret -> secret("secrets", secret, SECRETS + "/" + definition.connector(), false));
        mount("scratch", SCRATCH, false);
        volumes.add(new VolumeBuilder()
                .withName("scratch")
                .withNewEmptyDir()
                .endEmptyDir()
                .build());
        config.definitions().ifPresent(this::definitions);
        config.storeClaim().ifPresent(this::store);
    }

    List<Volume> volumes() {
        return List.copyOf(volumes);
    }

    List<VolumeMount> mounts() {
        return List.copyOf(mounts);
    }

    private void secret(String name, String secret, String path, boolean order) {
        mount(name, path, true);
        volumes.add(new VolumeBuilder()
                .withName(name)
                .withNewSecret()
                .withSecretName(secret)
                .withDefaultMode(READABLE)
                .withItems(
                        order
                                ? List.of(new KeyToPathBuilder()
                                        .withKey(PodManifest.ORDER_FILE)
                                        .withPath(PodManifest.ORDER_FILE)
                                        .build())
                                : List.of())
                .endSecret()
                .build());
    }

    private void definitions(String configMap) {
        mount("definitions", DEFINITIONS, true);
        volumes.add(new VolumeBuilder()
                .withName("definitions")
                .withNewConfigMap()
                .withName(configMap)
                .endConfigMap()
                .build());
    }

    private void store(String claim) {
        mount("store", STORE, false);
        volumes.add(new VolumeBuilder()
                .withName("store")
                .withNewPersistentVolumeClaim()
                .withClaimName(claim)
                .endPersistentVolumeClaim()
                .build());
    }

    private void mount(String name, String path, boolean readOnly) {
        mounts.add(new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build());
    }
}
