package si.vpogled.demo.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of a backend.
 *
 * @param length of the body in bytes; negative where not known, then it goes in chunks
 * @param dropped the connection is cut without an answer
 */
public record HttpAnswer(int status, Map<String, String> headers, long length, Body body, boolean dropped) {
    private static final ObjectMapper JSON = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** Writes itself. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream stream) throws IOException;
    }

    public static HttpAnswer of(int status, String mediaType, byte[] body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", mediaType), body.length, stream -> stream.write(body), false);
    }

    public static HttpAnswer json(int status, Object value) {
        try {
            return of(status, "application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static HttpAnswer json(Object value) {
        return json(200, value);
    }

    public static HttpAnswer html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a length that is not told beforehand where negative. */
    public static HttpAnswer stream(String mediaType, long length, Body body) {
        return new HttpAnswer(200, Map.of("Content-Type", mediaType), length, body, false);
    }

    /** The connection is cut. */
    public static HttpAnswer drop() {
        return new HttpAnswer(0, Map.of(), 0, stream -> {}, true);
    }

    public HttpAnswer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, length, body, dropped);
    }
}
