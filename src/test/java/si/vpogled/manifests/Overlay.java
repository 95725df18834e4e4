package si.vpogled.manifests;

import java.nio.file.Path;

/** What an operator applies. */
enum Overlay {
    DEVELOPMENT,
    PRODUCTION;

    String folder() {
        return "k8s/overlays/" + this;
    }

    Manifests manifests() {
        return Rendered.of(Path.of(folder()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
