package si.vpogled.manifests;

import static si.vpogled.manifests.Overlay.PRODUCTION;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What holds for the manifests of an installation. Each answers with what breaks it. */
enum Rule {
    PODS("every pod is held to the rules of pods", AccessRules::pods),
    RESTRICTED("the namespace enforces the restricted Pod Security Standard", AccessRules::namespace),
    NUMBERED_USER("the service runs as user and group 10001", AccessRules::user),
    IMAGES("every image says which version", AccessRules::images),
    TOKENS("the service alone gets a token of the cluster", AccessRules::tokens),
    NO_OTHER_RIGHTS("nobody but the service has rights, and Jobs' account has none", AccessRules::bindings),
    LEAST_ROLE("the service may make and follow Jobs, in its namespace, and no more", AccessRules::role),
    NO_SECRETS("no manifest holds a secret", EnumSet.of(PRODUCTION), SecretRules::none),
    BY_REFERENCE("credentials come by reference alone", SecretRules::byReference),
    DENY("what no policy opens is closed, both ways", NetworkRules::deny),
    NARROW("every policy says who and which port, and opens no network at large", NetworkRules::narrow),
    EACH_CONNECTOR(
            "each connector reaches the store and its own backend, which no other reaches", NetworkRules::connectors),
    FROM_INGRESS(
            "from outside the Ingress controller reaches the portal, and Prometheus figures, alone",
            NetworkRules::inwards),
    MANAGEMENT("no Ingress leads to the management port", NetworkRules::management),
    TLS("the Ingress answers by TLS, where links in mails lead", NetworkRules::tls),
    PROBES("start, life and readiness are asked for at the management port", RunningRules::probes),
    ROLLING("a new version takes over without a moment of less", RunningRules::rolling),
    GRACE("a replica that ends has time to hand over", RunningRules::grace),
    SPREAD("replicas are spread over nodes and zones", RunningRules::spread),
    DRAINED("drained nodes take one replica at a time", RunningRules::disruption),
    SCALED("there are two replicas or more, as many as are needed", EnumSet.of(PRODUCTION), RunningRules::scaled),
    CONNECTIONS(
            "all replicas together ask for no more connections than there are",
            EnumSet.of(PRODUCTION),
            DatabaseRules::connections),
    DATABASE("the database is on several machines, and speaks TLS", EnumSet.of(PRODUCTION), DatabaseRules::several),
    BACKED_UP("the database is backed up nightly, to any moment", EnumSet.of(PRODUCTION), DatabaseRules::backups);

    private final String says;
    private final Set<Overlay> of;
    private final Function<Manifests, List<String>> breaches;

    Rule(String says, Function<Manifests, List<String>> breaches) {
        this(says, EnumSet.allOf(Overlay.class), breaches);
    }

    Rule(String says, Set<Overlay> of, Function<Manifests, List<String>> breaches) {
        this.says = says;
        this.of = of;
        this.breaches = breaches;
    }

    boolean holdsFor(Overlay overlay) {
        return of.contains(overlay);
    }

    List<String> breaches(Manifests manifests) {
        return breaches.apply(manifests);
    }

    @Override
    public String toString() {
        return says;
    }
}
