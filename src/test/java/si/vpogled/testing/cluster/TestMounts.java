package si.vpogled.testing.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pod mounts, as folders of this machine; and its environment, with paths that lead there. */
final class TestMounts {
    private final KubernetesClient client;
    private final Map<String, Path> claims;
    private final Pod pod;
    private final Container container;
    private final Path root;
    private final Map<String, Path> targets = new LinkedHashMap<>();

    TestMounts(KubernetesClient client, Map<String, Path> claims, Pod pod, Path root) {
        this.client = client;
        this.claims = claims;
        this.pod = pod;
        this.container = pod.getSpec().getContainers().getFirst();
        this.root = root;
    }

    static Map<String, String> encoded(Map<String, String> content) {
        Map<String, String> encoded = new HashMap<>();
        content.forEach((name, value) ->
                encoded.put(name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return encoded;
    }

    private static Map<String, String> decoded(Secret secret) {
        Map<String, String> decoded = new HashMap<>();
        secret.getData()
                .forEach((name, value) ->
                        decoded.put(name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return decoded;
    }

    /** @return false where something that is to be mounted is not there yet */
    boolean mount() throws IOException {
        for (VolumeMount mount : container.getVolumeMounts()) {
            Volume volume = volume(mount);
            if (volume.getPersistentVolumeClaim() != null) {
                Path claim = claims.get(volume.getPersistentVolumeClaim().getClaimName());
                // made where it is not there
                targets.put(
                        mount.getMountPath(),
                        Files.createDirectories(
                                mount.getSubPath() == null ? claim : claim.resolve(mount.getSubPath())));
            }
        }
        for (VolumeMount mount : container.getVolumeMounts()) {
            if (!targets.containsKey(mount.getMountPath()) && !mountFiles(mount)) {
                return false;
            }
        }
        return true;
    }

    private Volume volume(VolumeMount mount) {
        return pod.getSpec().getVolumes().stream()
                .filter(one -> one.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();
    }

    private boolean mountFiles(VolumeMount mount) throws IOException {
        Optional<Map<String, String>> files = files(volume(mount));
        if (files.isEmpty()) {
            return false;
        }
        Path target = Files.createDirectories(root.resolve(mount.getMountPath().substring(1)));
        for (Map.Entry<String, String> file : files.get().entrySet()) {
            Files.writeString(target.resolve(file.getKey()), withPaths(file.getValue()));
        }
        targets.put(mount.getMountPath(), target);
        return true;
    }

    /** A process here does not see what it mounts where a container would: a grant names the place of its volume. */
    private String withPaths(String content) {
        String here = content;
        for (VolumeMount mount : container.getVolumeMounts()) {
            if (volume(mount).getPersistentVolumeClaim() != null) {
                here = here.replace("\"" + mount.getMountPath() + "/", "\"" + targets.get(mount.getMountPath()) + "/");
            }
        }
        return here;
    }

    private Optional<Map<String, String>> files(Volume volume) {
        if (volume.getSecret() != null) {
            List<KeyToPath> items = volume.getSecret().getItems();
            return secret(volume.getSecret().getSecretName()).map(all -> {
                if (items.isEmpty()) {
                    return all;
                }
                Map<String, String> chosen = new HashMap<>();
                items.forEach(item -> chosen.put(item.getPath(), all.get(item.getKey())));
                return chosen;
            });
        }
        if (volume.getConfigMap() != null) {
            return Optional.ofNullable(client.configMaps()
                            .withName(volume.getConfigMap().getName())
                            .get())
                    .map(ConfigMap::getData);
        }
        return Optional.of(Map.of());
    }

    private Optional<Map<String, String>> secret(String name) {
        return Optional.ofNullable(client.secrets().withName(name).get()).map(TestMounts::decoded);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        container
                .getEnvFrom()
                .forEach(from -> secret(from.getSecretRef().getName()).ifPresent(environment::putAll));
        container
                .getEnv()
                .forEach(one ->
                        environment.put(one.getName(), here(one.getValue().replace("$$(", "$("))));
        environment.put("PATH", System.getenv("PATH"));
        return environment;
    }

    private String here(String value) {
        for (Map.Entry<String, Path> mount : targets.entrySet()) {
            String path = mount.getKey();
            if (value.equals(path) || value.startsWith(path + "/")) {
                return mount.getValue() + value.substring(path.length());
            }
            if (value.startsWith("/") && path.startsWith(value + "/")) {
                return root + value;
            }
        }
        return value;
    }
}
