package si.vpogled.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A YAML file as a tree of JSON that still knows where each value stood.
 *
 * <p>The YAML is the plain kind: one document in UTF-8, scalars as in the YAML 1.2 core schema ({@code no} and
 * {@code 2026-01-31} are text), no anchors, aliases or tags, no key twice, at most {@value #MAX_DEPTH} levels.
 */
public final class YamlDocument {
    public static final int MAX_DEPTH = 32;

    private final String name;
    private final byte[] content;
    private final JsonNode tree;
    private final Map<String, Place> places;

    YamlDocument(String name, byte[] content, JsonNode tree, Map<String, Place> places) {
        this.name = name;
        this.content = content;
        this.tree = tree;
        this.places = Map.copyOf(places);
    }

    /**
     * @param name how problems call the file
     * @param in read to its end, not closed
     * @param maxBytes a larger file is refused
     * @throws InvalidFileException with every problem found
     */
    public static YamlDocument read(String name, InputStream in, int maxBytes) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(Math.addExact(maxBytes, 1));
        } catch (IOException e) {
            throw new InvalidFileException(Problem.of(name, "cannot be read: " + e.getMessage()));
        }
        if (bytes.length > maxBytes) {
            throw new InvalidFileException(Problem.of(name, "is larger than " + maxBytes + " bytes"));
        }
        return new YamlReader(name).read(bytes);
    }

    /** Reads a file; problems call it by its path as given. */
    public static YamlDocument read(Path file, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, maxBytes);
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(Problem.of(file.toString(), "does not exist"));
        } catch (IOException e) {
            throw new InvalidFileException(Problem.of(file.toString(), "cannot be read: " + e));
        }
    }

    public String name() {
        return name;
    }

    /** The bytes that it was read from. */
    public byte[] content() {
        return content.clone();
    }

    public JsonNode tree() {
        return tree;
    }

    /** A problem with the value at a JSON Pointer (RFC 6901), or with the nearest one around it that the file has. */
    public Problem problem(String pointer, String reason) {
        return at(place(pointer), reason);
    }

    /** A problem with the key of the value at a JSON Pointer: a name that does not belong there. */
    public Problem keyProblem(String pointer, String reason) {
        Place key = places.get(pointer + YamlReader.KEY);
        return at(key == null ? place(pointer) : key, reason);
    }

    /** A key as a part of a JSON Pointer. */
    public static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private Place place(String pointer) {
        JsonPointer next = JsonPointer.compile(pointer);
        while (!places.containsKey(next.toString()) && next.head() != null) {
            next = next.head();
        }
        return places.getOrDefault(next.toString(), new Place(0, 0));
    }

    private Problem at(Place place, String reason) {
        return new Problem(name, place.line(), place.column(), reason);
    }

    /** Line and column, counted from 1. */
    record Place(int line, int column) {}
}
