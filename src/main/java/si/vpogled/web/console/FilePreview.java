package si.vpogled.web.console;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What can be shown of a file without anything in it being run: text as text, and pictures of kinds that only are
 * pictures.
 *
 * @param text empty where it is no text
 * @param picture media type; empty where it is no such picture
 */
record FilePreview(String text, String picture) {
    private static final FilePreview NONE = new FilePreview("", "");
    /** The first bytes of each kind. SVG is a document with scripts, and none of these. */
    private static final Map<String, byte[]> PICTURES = Map.of(
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/gif", new byte[] {'G', 'I', 'F', '8'});

    /** @param beginning the first bytes; a character may be cut off at their end */
    static FilePreview of(byte[] beginning) {
        Optional<String> picture = PICTURES.entrySet().stream()
                .filter(kind -> startsWith(beginning, kind.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        return picture.map(kind -> new FilePreview("", kind))
                .orElseGet(() ->
                        text(beginning).map(text -> new FilePreview(text, "")).orElse(NONE));
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, beginning.length))
                .equals(ByteBuffer.wrap(beginning));
    }

    private static Optional<String> text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        // not the end of input: a character that is cut off is waited for, and left
        if (decoder.decode(ByteBuffer.wrap(bytes), text, false).isError()) {
            return Optional.empty();
        }
        String read = text.flip().toString();
        boolean binary = read.chars().anyMatch(one -> one < ' ' && "\t\n\r\f".indexOf(one) < 0);
        return binary ? Optional.empty() : Optional.of(read);
    }
}
