package si.vpogled.connector.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer, its body not yet read. Closing it leaves the connection to the JDK, to be used again where it can be. */
final class Response implements Closeable {
    private final HttpURLConnection connection;
    private final int status;

    Response(HttpURLConnection connection, int status) {
        this.connection = connection;
        this.status = status;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(connection.getHeaderField(name));
    }

    List<String> headers(String name) {
        return connection.getHeaderFields().entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    Optional<Long> length() {
        return Optional.of(connection.getContentLengthLong()).filter(length -> length >= 0);
    }

    /** Whether the end of the body can be told from a dropped connection. */
    boolean delimited() {
        return length().isPresent() || header("Transfer-Encoding").isPresent();
    }

    /** Without parameters, in lower case; empty where the answer has none. */
    String mediaType() {
        String type = header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** In lower case; {@code identity} where the body is as it is. */
    String encoding() {
        return header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    }

    Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.of(header("Retry-After"), now);
    }

    /** The body as it is sent; it ends in an exception where it is shorter than announced. */
    InputStream body() throws IOException {
        InputStream body = connection.getInputStream();
        Optional<Long> length = length();
        return length.isPresent() ? new WholeInputStream(body, length.get()) : body;
    }

    @Override
    public void close() {
        try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            // closing is all: the JDK reads a short rest and keeps the connection, or ends it
        } catch (IOException e) {
            connection.disconnect();
        }
    }
}
