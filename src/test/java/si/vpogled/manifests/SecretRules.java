package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where secrets are, and where they are not. */
final class SecretRules {
    private static final Pattern CREDENTIAL = Pattern.compile("(?!.*_HOST_KEY$).*(PASSWORD|SECRET|TOKEN|_KEY)(_.*)?");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s]*:[^/\\s]*@|[?&;]password=");

    private SecretRules() {}

    static List<String> none(Manifests manifests) {
        return manifests.names(Secret.class);
    }

    static List<String> byReference(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        manifests.pods().values().stream()
                .flatMap(pod -> PodRule.containers(pod.getSpec()))
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValue() != null)
                .filter(variable -> tells(variable.getName(), variable.getValue()))
                .forEach(variable -> breaches.add(variable.getName()));
        manifests.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().entrySet().stream())
                .filter(entry -> tells(entry.getKey(), entry.getValue()))
                .forEach(entry -> breaches.add(entry.getKey()));
        return breaches;
    }

    private static boolean tells(String name, String value) {
        return CREDENTIAL.matcher(name).matches() || IN_ADDRESS.matcher(value).find();
    }
}
