package si.vpogled.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Many libraries as one jar: a program that starts looks through all that it has for what it may find, and each jar costs
 * time. The same libraries give the same bytes.
 */
public final class LibraryJar {
    /** Of each jar alone: its manifest, signatures and indexes, what modules it is and what Maven made it. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]*\\.(SF|RSA|DSA|EC)|maven/.*)|(META-INF/versions/\\d+/)?module-info\\.class");

    private static final String SERVICES = "META-INF/services/";
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Map<String, byte[]> entries = new TreeMap<>();

    private LibraryJar() {}

    /** Called with the jar to be made, and the libraries in the order in which classes are looked for in them. */
    static void main(String[] arguments) throws IOException {
        List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
        write(files.getFirst(), files.subList(1, files.size()));
    }

    static void write(Path target, List<Path> libraries) throws IOException {
        LibraryJar jar = new LibraryJar();
        for (Path library : libraries) {
            jar.add(library);
        }
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            put(out, JarFile.MANIFEST_NAME, MANIFEST.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : jar.entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
    }

    private void add(Path library) throws IOException {
        try (ZipFile zip = new ZipFile(library.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && !LEFT_OUT.matcher(entry.getName()).matches()) {
                    add(zip, entry);
                }
            }
        }
    }

    /** Who offers a service stands beside those that others name; of anything else the first is found. */
    private void add(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (entries.containsKey(name) && !name.startsWith(SERVICES)) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            entries.merge(name, in.readAllBytes(), LibraryJar::joined);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
