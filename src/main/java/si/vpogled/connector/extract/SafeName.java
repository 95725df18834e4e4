package si.vpogled.connector.extract;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths that can be unpacked anywhere without harm: relative, without {@code ..}, in Unicode NFC, without characters
 * and names that Windows reserves, without control and bidirectional formatting characters (Unicode TR36), and not too
 * long for common file systems. What is safe already stays as it is.
 */
public final class SafeName {
    private static final int MAX_PART = 255;
    private static final int SHORTER_PART = 240;
    private static final int MAX_PATH = 1000;
    private static final int SHORTER_PATH = 900;
    private static final int MAX_EXTENSION = 20;
    /** What Windows reserves, and the percent sign, which a BagIt manifest would have to escape (RFC 8493 2.1.3). */
    private static final String RESERVED = "<>:\"|?*\\%";

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])\\s*(\\..*)?");

    private SafeName() {}

    /** Whether a path may stand in an archive as it is. */
    public static boolean isSafe(String path) {
        return of(path).equals(path);
    }

    /** The path itself if it is safe, else one as near to it as can be. */
    public static String of(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part(part));
            }
        }
        return parts.isEmpty() ? "_" : String.join("/", shorter(parts));
    }

    /** One part of a path, which stays one part. */
    private static String part(String part) {
        StringBuilder clean = new StringBuilder();
        normal(part).codePoints().forEach(point -> append(clean, point));
        String name = withoutTrail(normal(clean.toString()));
        if (name.isEmpty()) {
            return "_";
        }
        String allowed = DEVICE.matcher(name).matches() ? "_" + name : name;
        return bytes(allowed) > MAX_PART ? cut(allowed) : allowed;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder clean, int point) {
        switch (Character.getType(point)) {
            case Character.FORMAT -> {
                if (point == 0x200C || point == 0x200D) {
                    clean.appendCodePoint(point);
                }
            }
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                clean.append('_');
            default -> clean.appendCodePoint(RESERVED.indexOf(point) >= 0 || (point & 0xFFFE) == 0xFFFE ? '_' : point);
        }
    }

    /** Windows drops dots and spaces at the end, which would make two names one. */
    private static String withoutTrail(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return end == name.length() ? name : name.substring(0, end) + "_";
    }

    /** Keeps the extension, and tells names apart that differ only in what is cut. */
    private static String cut(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= MAX_EXTENSION ? name.substring(dot) : "";
        String end = mark(name) + extension;
        StringBuilder start = new StringBuilder();
        int left = SHORTER_PART - bytes(end);
        for (int point : name.codePoints().toArray()) {
            left -= bytes(Character.toString(point));
            if (left < 0) {
                break;
            }
            start.appendCodePoint(point);
        }
        return normal(start + end);
    }

    /** Keeps the first folders and the last part of a path that is too long. */
    private static List<String> shorter(List<String> parts) {
        String path = String.join("/", parts);
        if (bytes(path) <= MAX_PATH) {
            return parts;
        }
        String last = parts.getLast();
        List<String> kept = new ArrayList<>();
        int left = SHORTER_PATH - bytes(last) - 12;
        for (String part : parts.subList(0, parts.size() - 1)) {
            left -= bytes(part) + 1;
            if (left < 0) {
                break;
            }
            kept.add(part);
        }
        kept.add(mark(path.substring(0, path.length() - last.length())));
        kept.add(last);
        return kept;
    }

    private static String mark(String of) {
        return "~%08x".formatted(of.hashCode());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
