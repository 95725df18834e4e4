package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.storage.Grant;

/** What a run's pod mounts: its order, its connector's secrets, a place for temporary files, and little else. */
final class PodVolumes {
    static final String ORDER = "/run/vpogled/order";
    static final String SECRETS = "/run/vpogled/secrets";
    static final String DEFINITIONS = "/run/vpogled/connectors";
    static final String EXTRACT = "/run/vpogled/extract";
    static final String SCRATCH = "/tmp";
    /** Readable to the pod's group, writable to nobody. */
    private static final int READABLE = 0440;

    private final List<Volume> volumes = new ArrayList<>();
    private final List<VolumeMount> mounts = new ArrayList<>();

    PodVolumes(KubernetesConfig config, Order order, ConnectorDefinition definition) {
        secret("order", JobManifest.name(order), ORDER, files(order));
        PodManifest.secret(definition)
                .ifPresent(secret -> secret("secrets", secret, SECRETS + "/" + definition.connector(), List.of()));
        mount("scratch", SCRATCH, false);
        volumes.add(new VolumeBuilder()
                .withName("scratch")
                .withNewEmptyDir()
                .withSizeLimit(PodManifest.scratch(definition))
                .endEmptyDir()
                .build());
        config.definitions().ifPresent(this::definitions);
        if (order.operation().changes()) {
            PodManifest.erasingSecret(definition)
                    .ifPresent(secret ->
                            secret("erasing", secret, SECRETS + "/" + definition.connector() + "-erasing", List.of()));
        }
        if (order.operation().writes()) {
            config.storeClaim().ifPresent(claim -> extract(claim, order));
        }
    }

    List<Volume> volumes() {
        return List.copyOf(volumes);
    }

    List<VolumeMount> mounts() {
        return List.copyOf(mounts);
    }

    /** What a test is told has no grant with it: it writes nothing. */
    private static List<String> files(Order order) {
        return order.operation().writes()
                ? List.of(PodManifest.ORDER_FILE, PodManifest.GRANT_FILE)
                : List.of(PodManifest.ORDER_FILE);
    }

    /** @param files all of it, where none is named */
    private void secret(String name, String secret, String path, List<String> files) {
        mount(name, path, true);
        volumes.add(new VolumeBuilder()
                .withName(name)
                .withNewSecret()
                .withSecretName(secret)
                .withDefaultMode(READABLE)
                .withItems(files.stream()
                        .map(file -> new KeyToPathBuilder()
                                .withKey(file)
                                .withPath(file)
                                .build())
                        .toList())
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

    /** Of the store no more than the folder that the service made for the extract. */
    private void extract(String claim, Order order) {
        String folder = order.destination().substring(0, order.destination().lastIndexOf('/'));
        mounts.add(new VolumeMountBuilder()
                .withName("extract")
                .withMountPath(EXTRACT)
                .withSubPath(folder)
                .withReadOnly(false)
                .build());
        volumes.add(new VolumeBuilder()
                .withName("extract")
                .withNewPersistentVolumeClaim()
                .withClaimName(claim)
                .endPersistentVolumeClaim()
                .build());
    }

    /** What the service was granted in its own folder, as the pod finds it. */
    static Grant seen(Grant grant) {
        return switch (grant) {
            case Grant.Parts parts -> parts;
            case Grant.InFolder folder ->
                new Grant.InFolder(
                        folder.version(),
                        EXTRACT + folder.path().substring(folder.path().lastIndexOf('/')));
        };
    }

    private void mount(String name, String path, boolean readOnly) {
        mounts.add(new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build());
    }
}
