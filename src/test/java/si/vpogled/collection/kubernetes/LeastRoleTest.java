package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.ConnectorEnvironment;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.Order;
import si.vpogled.manifests.AccessRules;
import si.vpogled.storage.seal.Keys;

/** What following runs asks the cluster's API for is what the Role of the manifests grants: no more, and no less. */
@Tag("slow")
class LeastRoleTest {
    private static final String NAMESPACE = "test";
    private static final Pattern PATH = Pattern.compile(
            "/(?:api|apis/(?<group>[^/]+))/v1/namespaces/[^/]+/(?<resource>[a-z]+)(?:/(?<name>[^/?]+))?(?:/(?<part>[a-z]+))?(?<query>\\?.*)?");

    private final Map<ServerRequest, Queue<ServerResponse>> responses = new ConcurrentHashMap<>();
    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(Serialization.jsonMapper()),
            new MockWebServer(),
            responses,
            new KubernetesMixedDispatcher(responses),
            false);
    private KubernetesClient client;

    @BeforeEach
    void a_cluster() {
        server.init();
        client = server.createClient();
    }

    @AfterEach
    void end() {
        client.close();
        server.destroy();
    }

    @Test
    void following_a_run_takes_what_the_role_grants() throws InterruptedException {
        ClusterJobs jobs = new ClusterJobs(
                client, SetCluster.USUAL, new ConnectorEnvironment(Map.of()), new Connectors(List.of()));
        Order first = Orders.first(Keys.pair());
        Order next = Orders.next(Keys.pair(), first);
        jobs.start(first, Orders.billing(), Optional.empty());
        jobs.start(next, Orders.billing(), Optional.empty());
        jobs.start(next, Orders.billing(), Optional.empty());
        jobs.watchJob(next, _ -> {}).close();
        jobs.watchPods(next, _ -> {}).close();
        Map<String, Set<String>> asked = asked();
        // a kubelet's work, which takes no right of ours
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/test/pods/one/log?pretty=false")
                .andReturn(200, "Reached")
                .always();
        pod("one", "Succeeded", next);
        pod("two", "Running", next);
        asked();

        assertThat(jobs.find(next)).isPresent();
        assertThat(jobs.pods(next)).hasSize(2);
        jobs.progress(jobs.pods(next));
        assertThat(jobs.said(next)).isEqualTo("Reached");
        jobs.forget(next);
        jobs.remove(next);

        asked().forEach((resource, verbs) ->
                asked.computeIfAbsent(resource, _ -> new TreeSet<>()).addAll(verbs));
        assertThat(asked).isEqualTo(AccessRules.NEEDED);
    }

    private void pod(String name, String phase, Order order) {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(NAMESPACE)
                        .withLabels(JobManifest.labels(order))
                        .endMetadata()
                        .withNewStatus()
                        .withPhase(phase)
                        .endStatus()
                        .build())
                .create();
    }

    /** Since it was last called, by the resource. */
    private Map<String, Set<String>> asked() throws InterruptedException {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
                request != null;
                request = server.takeRequest(0, TimeUnit.SECONDS)) {
            Matcher path = PATH.matcher(request.getPath());
            assertThat(path.matches()).as(request.getPath()).isTrue();
            String resource = Optional.ofNullable(path.group("group")).orElse("") + "/" + path.group("resource")
                    + Optional.ofNullable(path.group("part"))
                            .map(part -> "/" + part)
                            .orElse("");
            asked.computeIfAbsent(resource, _ -> new TreeSet<>()).add(verb(request, path));
        }
        return asked;
    }

    private static String verb(RecordedRequest request, Matcher path) {
        boolean one = path.group("name") != null;
        boolean watched = Optional.ofNullable(path.group("query")).orElse("").contains("watch=true");
        return switch (request.getMethod()) {
            case "POST" -> "create";
            case "GET" -> watched ? "watch" : one ? "get" : "list";
            case "DELETE" -> one ? "delete" : "deletecollection";
            case "PATCH" -> "patch";
            case "PUT" -> "update";
            default -> request.getMethod();
        };
    }
}
