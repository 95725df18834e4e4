package si.vpogled.collection.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that are there without any, and a name of everything. */
record SetCluster(Optional<String> storeClaim) implements KubernetesConfig {
    static final SetCluster USUAL = new SetCluster(Optional.of("vpogled-store"));

    @Override
    public Duration pending() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration pull() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration resync() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<String> namespace() {
        return Optional.of("test");
    }

    @Override
    public Optional<String> image() {
        return Optional.of("registry.example/vpogled:1");
    }

    @Override
    public List<String> command() {
        return List.of("/opt/vpogled/bin/connector-job");
    }

    @Override
    public Optional<String> definitions() {
        return Optional.of("vpogled-connectors");
    }

    @Override
    public Optional<String> serviceAccount() {
        return Optional.of("vpogled-connector");
    }

    @Override
    public Duration keep() {
        return Duration.ofHours(1);
    }
}
