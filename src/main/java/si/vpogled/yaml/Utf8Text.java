package si.vpogled.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** Decodes a file strictly, and says on which line it is no longer text. */
final class Utf8Text {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;

    Utf8Text(String name) {
        this.name = name;
    }

    String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw new InvalidFileException(problem(decoded, "is not UTF-8 from here on"));
        }
        int unprintable = firstUnprintable(decoded);
        if (unprintable >= 0) {
            throw new InvalidFileException(
                    problem(decoded.substring(0, unprintable), "a control character stands here"));
        }
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private Problem problem(String before, String reason) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Problem(name, line, before.length() - before.lastIndexOf('\n'), reason);
    }
}
