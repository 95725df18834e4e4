package si.vpogled.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** A finished bundle, for tests of other packages. */
public final class SampleBundle {
    private SampleBundle() {}

    public static Path customer(Path folder) throws IOException {
        return SampleCases.customer(folder).bundle();
    }
}
