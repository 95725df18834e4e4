package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssembleBundleTest {
    @TempDir
    Path folder;

    @Test
    void aBundleIsAssembled() throws IOException {
        Path zip = SampleCases.customer(folder).bundle();
        assertThat(zip).isNotEmptyFile();
    }
}
