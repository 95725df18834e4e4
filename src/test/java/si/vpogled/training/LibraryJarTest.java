package si.vpogled.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar of the image that many libraries become. */
class LibraryJarTest {
    @TempDir
    Path folder;

    @Test
    void holds_what_each_library_holds_and_of_the_same_name_the_first() throws IOException {
        Path jar = merged(
                library("a", Map.of("a/A.class", "a", "both.txt", "of a")),
                library("b", Map.of("b/B.class", "b", "both.txt", "of b")));

        assertThat(content(jar, "a/A.class")).isEqualTo("a");
        assertThat(content(jar, "b/B.class")).isEqualTo("b");
        assertThat(content(jar, "both.txt")).isEqualTo("of a");
    }

    @Test
    void names_whoever_offers_a_service_though_a_file_has_no_line_end() throws IOException {
        Path jar = merged(
                library("a", Map.of("META-INF/services/x.Y", "a.Y")),
                library("b", Map.of("META-INF/services/x.Y", "b.Y")));

        assertThat(content(jar, "META-INF/services/x.Y").lines()).containsExactly("a.Y", "b.Y");
    }

    @Test
    void finds_classes_that_were_made_for_this_version_of_Java() throws IOException {
        Path jar = merged(library("a", Map.of("x.txt", "old", "META-INF/versions/21/x.txt", "new")));

        try (JarFile file = new JarFile(jar.toFile(), true, JarFile.OPEN_READ, Runtime.version());
                InputStream in = file.getInputStream(file.getJarEntry("x.txt"))) {
            assertThat(file.isMultiRelease()).isTrue();
            assertThat(in).hasContent("new");
        }
    }

    @Test
    void leaves_out_what_is_true_of_one_jar_alone() throws IOException {
        Path jar = merged(library(
                "a",
                Map.of(
                        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: other.jar\n",
                        "META-INF/INDEX.LIST", "x",
                        "META-INF/A.SF", "x",
                        "META-INF/maven/g/a/pom.xml", "x",
                        "module-info.class", "x",
                        "META-INF/versions/9/module-info.class", "x",
                        "META-INF/LICENSE", "kept")));

        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "META-INF/LICENSE");
            assertThat(file.getManifest().getMainAttributes()).hasSize(2);
        }
    }

    @Test
    void is_the_same_bytes_for_the_same_libraries() throws IOException {
        Path first = library("a", Map.of("a.txt", "a", "b.txt", "b", "META-INF/services/x.Y", "a.Y"));
        Path second = library("b", new TreeMap<>(Map.of("c.txt", "c")).descendingMap());

        assertThat(merged(first, second)).hasSameBinaryContentAs(merged(first, second));
    }

    private Path merged(Path... libraries) throws IOException {
        Path jar = Files.createTempFile(folder, "merged", ".jar");
        LibraryJar.write(jar, List.of(libraries));
        return jar;
    }

    private Path library(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static String content(Path jar, String name) throws IOException {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                InputStream in = loader.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
