package si.vpogled.bundle.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The ZIP archive with one folder in it. */
final class Archive implements Closeable {
    /** Longest text file that is read whole. */
    private static final int MOST_TEXT = 256 << 20;

    private final ZipFile zip;
    private final String folder;
    private final Map<String, ZipEntry> files = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @throws IOException where it is no archive, or no bundle stands in it */
    Archive(Path path) throws IOException {
        zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        folder = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.matches("[^/]+/bagit\\.txt"))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .findFirst()
                .orElse("");
        zip.stream().forEach(this::add);
    }

    private void add(ZipEntry entry) {
        String name = entry.getName();
        if (unsafe(name)) {
            faults.add(new Fault(Fault.Kind.UNSAFE_NAME, name));
        } else if (!name.startsWith(folder)) {
            faults.add(new Fault(Fault.Kind.ENTRY_OUTSIDE, name));
        } else if (files.put(name.substring(folder.length()), entry) != null) {
            faults.add(new Fault(Fault.Kind.DOUBLE_NAME, name));
        }
    }

    private static boolean unsafe(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.matches("[A-Za-z]:.*")
                || name.codePoints().anyMatch(Character::isISOControl)
                || Arrays.asList(name.split("/", -1))
                        .subList(0, name.split("/", -1).length - 1)
                        .contains("")
                || Arrays.stream(name.split("/")).anyMatch(part -> part.equals("..") || part.equals("."));
    }

    /** The folder's name, empty where there is none with a bag. */
    String folder() {
        return folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
    }

    List<Fault> faults() {
        return faults;
    }

    /** Files by path within the folder. */
    Map<String, ZipEntry> files() {
        return files;
    }

    InputStream open(String path) throws IOException {
        return zip.getInputStream(files.get(path));
    }

    /** A small file; empty where there is none. */
    Optional<byte[]> bytes(String path) throws IOException {
        if (!files.containsKey(path)) {
            return Optional.empty();
        }
        try (InputStream stream = open(path)) {
            return Optional.of(stream.readNBytes(MOST_TEXT));
        }
    }

    Optional<String> text(String path) throws IOException {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
