package si.vpogled.manifests;

import static si.vpogled.manifests.Manifests.having;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who reaches whom. */
final class NetworkRules {
    /** Registries are anywhere in the world. */
    private static final String ABROAD = "connector-whois-domain";

    private static final List<String> WITHIN =
            List.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    private static final int WIDEST = 16;

    private NetworkRules() {}

    static List<String> deny(Manifests manifests) {
        boolean closed = manifests.all(NetworkPolicy.class).stream()
                .map(NetworkPolicy::getSpec)
                .anyMatch(spec -> empty(spec.getPodSelector())
                        && Set.copyOf(spec.getPolicyTypes()).equals(Set.of("Ingress", "Egress"))
                        && spec.getIngress().isEmpty()
                        && spec.getEgress().isEmpty());
        return closed ? List.of() : List.of("no policy closes everything");
    }

    static List<String> narrow(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            String name = policy.getMetadata().getName();
            policy.getSpec().getIngress().forEach(rule -> {
                if (rule.getPorts().isEmpty() || !narrow(name, rule.getFrom())) {
                    breaches.add(name + ": " + rule);
                }
            });
            policy.getSpec().getEgress().forEach(rule -> {
                if (rule.getPorts().stream().noneMatch(port -> port.getPort() != null) || !narrow(name, rule.getTo())) {
                    breaches.add(name + ": " + rule);
                }
            });
        }
        return breaches;
    }

    private static boolean narrow(String policy, List<NetworkPolicyPeer> peers) {
        return !peers.isEmpty() && peers.stream().allMatch(peer -> narrow(policy, peer));
    }

    private static boolean narrow(String policy, NetworkPolicyPeer peer) {
        if (peer.getIpBlock() == null) {
            return Stream.of(peer.getNamespaceSelector(), peer.getPodSelector()).anyMatch(selector -> selector != null)
                    && Stream.of(peer.getNamespaceSelector(), peer.getPodSelector())
                            .allMatch(selector -> selector == null || !empty(selector));
        }
        String cidr = peer.getIpBlock().getCidr();
        return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)) >= WIDEST
                || policy.equals(ABROAD) && peer.getIpBlock().getExcept().containsAll(WITHIN);
    }

    static List<String> connectors(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        Map<NetworkPolicyPeer, String> reached = new HashMap<>();
        Connectors.all().forEach(definition -> {
            String connector = definition.connector();
            Set<String> expected = new HashSet<>(Set.of("deny-all", "dns", "connector-" + connector));
            if ("s3".equals(manifests.settings().get("VPOGLED_STORE_KIND"))) {
                expected.add("connectors-to-store");
            }
            List<NetworkPolicy> open = selecting(manifests, Connectors.labels(connector));
            Set<String> names = Set.copyOf(
                    open.stream().map(policy -> policy.getMetadata().getName()).toList());
            if (!names.equals(expected)) {
                breaches.add(connector + " is told of by " + names);
            }
            own(open, connector)
                    .filter(peer -> !connector.equals(reached.computeIfAbsent(peer, _ -> connector)))
                    .forEach(peer -> breaches.add(connector + " reaches what " + reached.get(peer) + " reaches"));
        });
        return breaches;
    }

    private static Stream<NetworkPolicyPeer> own(List<NetworkPolicy> policies, String connector) {
        return policies.stream()
                .filter(policy -> policy.getMetadata().getName().equals("connector-" + connector))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream());
    }

    static List<NetworkPolicy> selecting(Manifests manifests, Map<String, String> labels) {
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy ->
                        having(labels(policy.getSpec().getPodSelector())).test(labels))
                .toList();
    }

    static List<String> inwards(Manifests manifests) {
        Map<String, String> service =
                manifests.service().getSpec().getTemplate().getMetadata().getLabels();
        Map<String, List<NetworkPolicyPeer>> from = new HashMap<>();
        selecting(manifests, service).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .forEach(rule -> rule.getPorts()
                        .forEach(port -> from.computeIfAbsent(port.getPort().getStrVal(), _ -> new ArrayList<>())
                                .addAll(rule.getFrom())));
        boolean kept = from.keySet().equals(Set.of("http", "management"))
                && from.values().stream()
                        .allMatch(peers -> peers.size() == 1
                                && peers.getFirst().getNamespaceSelector() != null
                                && peers.getFirst().getPodSelector() != null)
                && !from.get("http").equals(from.get("management"));
        return kept ? List.of() : List.of(from.toString());
    }

    static List<String> management(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        rules(manifests)
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .forEach(backend -> manifests
                        .one(Service.class, backend.getName())
                        .getSpec()
                        .getPorts()
                        .forEach(port -> {
                            if (!new IntOrString("http").equals(port.getTargetPort())) {
                                breaches.add(backend.getName() + " leads to " + port.getTargetPort());
                            }
                        }));
        manifests.all(Service.class).stream()
                .filter(service -> service.getSpec().getType() != null
                        && !service.getSpec().getType().equals("ClusterIP"))
                .forEach(service -> breaches.add(service.getMetadata().getName() + " is "
                        + service.getSpec().getType()));
        return breaches;
    }

    static List<String> tls(Manifests manifests) {
        URI base = URI.create(manifests.settings().get("VPOGLED_BASE_URL"));
        List<String> breaches = new ArrayList<>();
        if (!"https".equals(base.getScheme())) {
            breaches.add(base + " is not https");
        }
        Set<String> secure = new HashSet<>();
        manifests.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .filter(tls -> tls.getSecretName() != null)
                .forEach(tls -> secure.addAll(tls.getHosts()));
        rules(manifests)
                .map(IngressRule::getHost)
                .filter(host -> !base.getHost().equals(host) || !secure.contains(host))
                .forEach(breaches::add);
        return breaches;
    }

    private static Stream<IngressRule> rules(Manifests manifests) {
        return manifests.all(Ingress.class).stream().flatMap(ingress -> ingress.getSpec().getRules().stream());
    }

    private static boolean empty(LabelSelector selector) {
        return labels(selector).isEmpty() && selector.getMatchExpressions().isEmpty();
    }

    static Map<String, String> labels(LabelSelector selector) {
        return selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
    }
}
