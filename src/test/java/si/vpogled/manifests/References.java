package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests name, those of the launcher's Jobs included. */
record References(Set<String> accounts, Set<String> claims, Set<String> configMaps, Set<Named> secrets) {
    static References of(Manifests manifests) {
        return new References(accounts(manifests), claims(manifests), configMaps(manifests), secrets(manifests));
    }

    private static Set<String> accounts(Manifests manifests) {
        return present(Stream.concat(
                pods(manifests).map(PodSpec::getServiceAccountName),
                Stream.of(manifests.settings().get("VPOGLED_KUBERNETES_SERVICE_ACCOUNT"))));
    }

    private static Set<String> claims(Manifests manifests) {
        return present(Stream.concat(
                volumes(manifests)
                        .flatMap(volume -> Stream.ofNullable(volume.getPersistentVolumeClaim()))
                        .map(claim -> claim.getClaimName()),
                Stream.of(Objects.requireNonNullElse(manifests.settings().get("VPOGLED_KUBERNETES_STORE_CLAIM"), ""))
                        .filter(name -> !name.isEmpty())));
    }

    private static Set<String> configMaps(Manifests manifests) {
        return present(Stream.of(
                        volumes(manifests)
                                .flatMap(volume -> Stream.ofNullable(volume.getConfigMap()))
                                .map(map -> map.getName()),
                        containers(manifests)
                                .flatMap(one -> one.getEnvFrom().stream())
                                .flatMap(from -> Stream.ofNullable(from.getConfigMapRef()))
                                .map(from -> from.getName()),
                        Stream.of(manifests.settings().get("VPOGLED_KUBERNETES_DEFINITIONS")))
                .flatMap(names -> names));
    }

    private static Set<Named> secrets(Manifests manifests) {
        Set<Named> secrets = new TreeSet<>(required(manifests));
        keys(manifests).map(key -> new Named(key.getName(), key.getKey())).forEach(secrets::add);
        containers(manifests)
                .flatMap(one -> one.getEnvFrom().stream())
                .flatMap(from -> Stream.ofNullable(from.getSecretRef()))
                .forEach(from -> secrets.add(new Named(from.getName(), "VPOGLED_STAFF__")));
        manifests.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .forEach(tls -> secrets.add(new Named(tls.getSecretName(), "tls.crt")));
        manifests.all(Custom.ObjectStore.class).stream()
                .map(store -> store.spec().configuration().s3Credentials())
                .flatMap(credentials -> Stream.of(credentials.accessKeyId(), credentials.secretAccessKey()))
                .forEach(key -> secrets.add(new Named(key.name(), key.key())));
        Connectors.all()
                .forEach(definition -> Connectors.secrets(definition)
                        .forEach(key -> secrets.add(new Named("vpogled-connector-" + definition.connector(), key))));
        return secrets;
    }

    /** Without which pods do not start. */
    static Set<Named> required(Manifests manifests) {
        return Stream.concat(
                        keys(manifests)
                                .filter(key -> !Boolean.TRUE.equals(key.getOptional()))
                                .map(key -> new Named(key.getName(), key.getKey())),
                        volumes(manifests)
                                .flatMap(volume -> Stream.ofNullable(volume.getSecret()))
                                .flatMap(secret -> secret.getItems().stream()
                                        .map(item -> new Named(secret.getSecretName(), item.getKey()))))
                .collect(Collectors.toSet());
    }

    static Set<Named> brought(Manifests manifests) {
        return manifests.all(Secret.class).stream()
                .flatMap(secret -> secret.getData().keySet().stream()
                        .map(key -> new Named(secret.getMetadata().getName(), key)))
                .collect(Collectors.toSet());
    }

    private static Stream<SecretKeySelector> keys(Manifests manifests) {
        return containers(manifests)
                .flatMap(one -> one.getEnv().stream())
                .flatMap(variable -> Stream.ofNullable(variable.getValueFrom()))
                .map(from -> from.getSecretKeyRef());
    }

    private static Stream<PodSpec> pods(Manifests manifests) {
        return manifests.pods().values().stream().map(pod -> pod.getSpec());
    }

    private static Stream<Container> containers(Manifests manifests) {
        return pods(manifests).flatMap(PodRule::containers);
    }

    private static Stream<Volume> volumes(Manifests manifests) {
        return pods(manifests).flatMap(pod -> pod.getVolumes().stream());
    }

    private static Set<String> present(Stream<String> names) {
        return names.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }
}
