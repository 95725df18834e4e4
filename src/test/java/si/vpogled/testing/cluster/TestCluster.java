package si.vpogled.testing.cluster;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One namespace of a cluster, with one node: this machine. */
public final class TestCluster implements AutoCloseable {
    public static final String NAMESPACE = "test";

    private final KubernetesMockServer server;
    private final KubernetesClient client;
    private final TestKubelet kubelet;

    /**
     * @param folder for what pods mount
     * @param claims the folders behind the cluster's volumes, by the name of the claim
     */
    public TestCluster(Path folder, Map<String, Path> claims) {
        Map<ServerRequest, Queue<ServerResponse>> responses = new ConcurrentHashMap<>();
        server = new KubernetesMockServer(
                new Context(Serialization.jsonMapper()),
                new MockWebServer(),
                responses,
                new KubernetesMixedDispatcher(responses),
                false);
        server.init();
        client = server.createClient();
        kubelet = new TestKubelet(client, folder, claims, this::log);
    }

    /** From now on what it says can be asked for, whole or its end. */
    private void log(String pod, Path said) {
        for (String part : List.of("", "&tailLines=20&limitBytes=65536")) {
            server.expect()
                    .get()
                    .withPath("/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod + "/log?pretty=false" + part)
                    .andReply(200, _ -> read(said))
                    .always();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does not say how a Job is: as an API that has just started and does not know yet who may what, or one that grants
     * no rights.
     *
     * @return how often it has refused so far
     */
    public AtomicInteger forbids(String job, int times) {
        AtomicInteger refused = new AtomicInteger();
        server.expect()
                .get()
                .withPath("/apis/batch/v1/namespaces/" + NAMESPACE + "/jobs/" + job)
                .andReply(403, _ -> {
                    refused.incrementAndGet();
                    return new StatusBuilder()
                            .withCode(403)
                            .withReason("Forbidden")
                            .withMessage("jobs.batch is forbidden")
                            .build();
                })
                .times(times);
        return refused;
    }

    public int port() {
        return server.getPort();
    }

    /** As an administrator. */
    public KubernetesClient client() {
        return client;
    }

    public TestKubelet kubelet() {
        return kubelet;
    }

    public void secret(String name, Map<String, String> content) {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withData(TestMounts.encoded(content))
                        .build())
                .create();
    }

    public void configMap(String name, Map<String, String> content) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withData(content)
                        .build())
                .create();
    }

    public List<Job> jobs() {
        return client.batch().v1().jobs().list().getItems();
    }

    public List<Pod> pods() {
        return client.pods().list().getItems();
    }

    public List<Secret> orders() {
        return client.secrets().list().getItems().stream()
                .filter(secret -> "vpogled.si/order".equals(secret.getType()))
                .toList();
    }

    @Override
    public void close() {
        kubelet.close();
        client.close();
        server.destroy();
    }
}
