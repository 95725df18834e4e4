package si.vpogled.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import si.vpogled.testing.Command;

/** Manifests as {@code kubectl kustomize} or {@code kustomize build} make them of a folder, each once. */
final class Rendered {
    private static final Map<Path, List<ObjectNode>> TREES = new ConcurrentHashMap<>();
    private static final Map<Path, Manifests> READ = new ConcurrentHashMap<>();

    private Rendered() {}

    static Manifests of(Path folder) {
        return READ.computeIfAbsent(folder, _ -> Manifests.of(trees(folder)));
    }

    static List<ObjectNode> trees(Path folder) {
        return TREES.computeIfAbsent(folder, Rendered::render);
    }

    private static List<ObjectNode> render(Path folder) {
        Command ran = Command.run(
                List.of("src/test/sh/kustomize.sh", folder.toString()), System.getenv(), Duration.ofMinutes(2));
        if (ran.code() != 0) {
            throw new IllegalStateException(folder + " cannot be rendered: " + ran.said());
        }
        return StrictYaml.trees(ran.said());
    }
}
