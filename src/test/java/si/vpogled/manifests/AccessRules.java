package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may do what, on nodes and by the API. */
public final class AccessRules {
    /** By the resource: what the launcher asks the API for, as a test of it shows. */
    public static final Map<String, Set<String>> NEEDED = Map.of(
            "batch/jobs", Set.of("create", "get", "list", "watch", "delete"),
            "/pods", Set.of("list", "watch"),
            "/pods/log", Set.of("get"),
            "/secrets", Set.of("create", "delete"));

    private static final Long USER = 10001L;

    private AccessRules() {}

    static List<String> pods(Manifests manifests) {
        return manifests.pods().entrySet().stream()
                .flatMap(pod ->
                        PodRule.broken(pod.getValue().getSpec()).stream().map(rule -> pod.getKey() + ": " + rule))
                .toList();
    }

    static List<String> namespace(Manifests manifests) {
        List<Namespace> namespaces = manifests.all(Namespace.class);
        return namespaces.size() == 1
                        && "restricted"
                                .equals(namespaces
                                        .getFirst()
                                        .getMetadata()
                                        .getLabels()
                                        .get("pod-security.kubernetes.io/enforce"))
                        && manifests.trees().stream()
                                .filter(tree -> !tree.path("kind").asText().equals("Namespace"))
                                .allMatch(tree -> tree.at("/metadata/namespace")
                                        .asText()
                                        .equals(namespaces
                                                .getFirst()
                                                .getMetadata()
                                                .getName()))
                ? List.of()
                : List.of("not everything is in one namespace that enforces it");
    }

    static List<String> user(Manifests manifests) {
        PodSecurityContext security = manifests.servicePod().getSecurityContext();
        return USER.equals(security.getRunAsUser())
                        && USER.equals(security.getRunAsGroup())
                        && USER.equals(security.getFsGroup())
                ? List.of()
                : List.of("user, group or group of mounts is another");
    }

    static List<String> images(Manifests manifests) {
        return Stream.concat(
                        manifests.pods().values().stream()
                                .flatMap(pod -> PodRule.containers(pod.getSpec()))
                                .map(container -> container.getImage()),
                        Stream.of(manifests.settings().get("VPOGLED_KUBERNETES_IMAGE")))
                .filter(image -> !image.matches(".+(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})") || image.endsWith(":latest"))
                .toList();
    }

    static List<String> tokens(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        manifests.all(ServiceAccount.class).stream()
                .filter(account -> !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()))
                .forEach(account ->
                        breaches.add("ServiceAccount/" + account.getMetadata().getName()));
        manifests.pods().forEach((name, pod) -> {
            boolean service = name.equals("Deployment/" + Manifests.SERVICE)
                    && Manifests.SERVICE.equals(pod.getSpec().getServiceAccountName());
            if (!service && !Boolean.FALSE.equals(pod.getSpec().getAutomountServiceAccountToken())) {
                breaches.add(name);
            }
        });
        return breaches;
    }

    static List<String> bindings(Manifests manifests) {
        String jobs = manifests.settings().get("VPOGLED_KUBERNETES_SERVICE_ACCOUNT");
        List<String> breaches = new ArrayList<>(manifests.all(RoleBinding.class).stream()
                .flatMap(binding -> binding.getSubjects().stream())
                .filter(subject -> !subject.getKind().equals("ServiceAccount")
                        || !subject.getName().equals(Manifests.SERVICE))
                .map(subject -> "rights for " + subject.getKind() + "/" + subject.getName())
                .toList());
        if (jobs == null || jobs.equals(Manifests.SERVICE)) {
            breaches.add("Jobs have no account of their own");
        }
        return breaches;
    }

    static List<String> role(Manifests manifests) {
        Map<String, Set<String>> granted = new TreeMap<>();
        boolean plain = true;
        for (PolicyRule rule : manifests.one(Role.class, Manifests.SERVICE).getRules()) {
            plain &= rule.getNonResourceURLs().isEmpty()
                    && rule.getResourceNames().isEmpty();
            rule.getApiGroups()
                    .forEach(group -> rule.getResources()
                            .forEach(resource -> granted.computeIfAbsent(group + "/" + resource, _ -> new TreeSet<>())
                                    .addAll(rule.getVerbs())));
        }
        return plain && granted.equals(NEEDED) && manifests.all(Role.class).size() == 1
                ? List.of()
                : List.of(granted + " is not " + NEEDED);
    }
}
