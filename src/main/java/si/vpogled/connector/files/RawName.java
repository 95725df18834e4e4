package si.vpogled.connector.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** File names as the backend's bytes, whatever the locale of this process; one {@code char} per byte. */
final class RawName {
    /** Where bytes are not UTF-8: what systems of this region wrote before. */
    private static final Charset LEGACY = Charset.forName("windows-1250");

    private RawName() {}

    static String of(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** The last name of a path; its URI keeps bytes that the process's locale cannot decode. */
    static String of(Path path) {
        String name = path.getFileName().toString();
        if (name.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return name;
        }
        String uri = path.getFileName().toAbsolutePath().toUri().getRawPath();
        return percentDecoded(uri.substring(uri.lastIndexOf('/') + 1));
    }

    /** The name as a relative path of the default file system. */
    static Path path(String raw) {
        if (raw.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return Path.of(raw);
        }
        StringBuilder uri = new StringBuilder("file:///");
        for (char c : raw.toCharArray()) {
            uri.append(String.format("%%%02X", (int) c));
        }
        return Path.of(URI.create(uri.toString())).getFileName();
    }

    /** For people: UTF-8, else the legacy encoding. */
    static String shown(String raw) {
        return decode(raw.getBytes(ISO_8859_1));
    }

    static String decode(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LEGACY);
        }
    }

    private static String percentDecoded(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) == '%') {
                bytes.write(Integer.parseInt(name, at + 1, at + 3, 16));
                at += 2;
            } else {
                bytes.write(name.charAt(at));
            }
        }
        return bytes.toString(ISO_8859_1);
    }
}
